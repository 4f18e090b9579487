import type { BlockKind } from '../wording/candidate.ts';

/** A stretch of a document: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One of several numbered points inside one block: "1 flat warrant Fri DS; 2 ANPR by 17/11". */
export interface Item extends Span {
  /** As written: "1", "2)", "(a)", "A1". The span begins after it. */
  readonly marker: string;
}

/** One stretch of a document that is read as a whole: a paragraph, a bullet, a field's value, a table cell, a heading. */
export interface Block {
  readonly kind: BlockKind;
  /** UTF-16 offsets of the text to read, without bullet or bars; `end` exclusive. A field's text begins with its label. */
  readonly start: number;
  /** Where the value begins, after a label; otherwise `start`. Equal to `end` where the value is empty: the place to write it. */
  readonly valueStart: number;
  readonly end: number;
  /**
   * The label it answers to, as written, or undefined. The bullets or the paragraph below a label that stands alone answer to that label, and so do
   * the cells of a row to the first; their own text holds no label, so `valueStart` is `start`.
   */
  readonly label: string | undefined;
  /** The label itself, without emphasis or punctuation; set exactly when `label` is. Outside the block where the label stands apart. */
  readonly labelSpan: Span | undefined;
  /** The time expression at the head of a log line, or in the first cell of a row; outside `start`..`end` unless it is all the line says. */
  readonly time: Span | undefined;
  /** How the writer marked it: "-", "•", "1)", "(a)", "iv.", "A1", "##"; undefined without a mark. */
  readonly marker: string | undefined;
  /** Columns of white space before it, a tab taken as four: a nested bullet has more than its parent. */
  readonly indent: number;
  /** The points numbered inside it, where there are two or more. */
  readonly items: readonly Item[];
  /** For a cell of a table with a header row, the header above it. */
  readonly column: string | undefined;
  /** UTF-16 offset where the block's line begins, label and mark included; a later label on the same line begins at its own mark. */
  readonly outerStart: number;
  /** Index into the document's headings, or -1 before the first. */
  readonly heading: number;
}

export interface Heading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1 to 6: the number of # in Markdown; underlined 1 or 2; capitals 2; a number 2, and one more for each dot in it; bold or plain 3. */
  readonly level: number;
}

/** What one person wrote at one time: an entry of a log, or the whole document. */
export interface Entry extends Span {
  /** Rank and name, as written at the head. */
  readonly author: Span | undefined;
  /** The time expression at the head. */
  readonly time: Span | undefined;
  /** Blocks `from` up to, but not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** A document cut into blocks. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** In the order of the text; together they hold every block. Empty for a document without blocks. */
  readonly entries: readonly Entry[];
  /** What stands between the `---` lines at the top, or undefined. */
  readonly frontMatter: Span | undefined;
}
