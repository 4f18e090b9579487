import type { BlockKind } from '../wording/candidate.ts';

/** One stretch of a document that is read as a whole: a paragraph, a bullet, a field's value, a table cell, a heading. */
export interface Block {
  readonly kind: BlockKind;
  /** UTF-16 offsets of the text to read, without bullet or bars; `end` exclusive. A field's text begins with its label. */
  readonly start: number;
  /** Where the value begins, after a label; otherwise `start`. */
  readonly valueStart: number;
  readonly end: number;
  /** The label it answers to, as written, or undefined. */
  readonly label: string | undefined;
  /** UTF-16 offsets of the whole line or lines, label included. */
  readonly outerStart: number;
  /** Index into the document's headings, or -1 before the first. */
  readonly heading: number;
}

export interface Heading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A document cut into blocks. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
}
