/** What the analysis says about a stretch of text. Every edge (protocol, command line, tests) reads this. */

/** How much a finding matters. The protocol maps these to its own severities. */
export type Severity = 'error' | 'warning' | 'information';

/** Which part of the rulebook spoke: a wording rule, a form (absent content) or a consistency check. */
export type FindingKind = 'wording' | 'missing' | 'check';

/**
 * How a rewrite may be applied.
 * `A`: safe in place. `C`: holds blanks in square brackets that the writer must fill. `Q`: a question to the writer in square brackets, who answers it
 * in its place.
 */
export type RewriteClass = 'A' | 'C' | 'Q';

/** One text that may replace `[start, end)` of the document. */
export interface Rewrite {
  readonly class: RewriteClass;
  /** UTF-16 offsets into the document; may be wider than the finding's own span. */
  readonly start: number;
  readonly end: number;
  /** The new text. Blanks for the writer stand in square brackets: `[who]`. */
  readonly text: string;
  /** What it does, where the text itself is too long to say it: "Add “Next review”". */
  readonly title?: string;
}

/** One question about one span of the document. */
export interface Finding {
  /** Stable short code, e.g. `AG01`. */
  readonly rule: string;
  /** Readable name of the same rule, e.g. `puts-self-at-risk`. */
  readonly alias: string;
  readonly kind: FindingKind;
  /** Category code, e.g. `AGENCY`; for missing content the form's section. */
  readonly category: string;
  readonly severity: Severity;
  /** The question as the supervisor reads it: one sentence, at most twenty words. */
  readonly message: string;
  /** The reason, shown on demand. */
  readonly why: string;
  /** UTF-16 offsets into the document, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The text between `start` and `end`. */
  readonly quote: string;
  /** At most three, the plainest first. Empty where no honest rewrite exists. */
  readonly rewrites: readonly Rewrite[];
  /** Where there is no rewrite: the question, to be put after the sentence for the writer to answer in the text. */
  readonly prompt?: Rewrite;
  /** Source tags, e.g. `HM-CLE`; see the rulebook's sources. */
  readonly sources: readonly string[];
  /** Other rules that saw the same words. */
  readonly also: readonly string[];
}

/** The same finding in a text that begins `by` UTF-16 units earlier: a paragraph's becomes the document's. */
export function movedBy(finding: Finding, by: number): Finding {
  return {
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    rewrites: finding.rewrites.map((r) => moved(r, by)),
    ...(finding.prompt && { prompt: moved(finding.prompt, by) }),
  };
}

function moved(rewrite: Rewrite, by: number): Rewrite {
  return { ...rewrite, start: rewrite.start + by, end: rewrite.end + by };
}
