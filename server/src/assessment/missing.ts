import type { Finding } from '../finding.ts';
import type { Layout } from '../review/block.ts';
import type { Tokens } from '../text/tokens.ts';
import type { BlockContext } from '../wording/candidate.ts';
import type { Program } from '../wording/pattern/program.ts';
import type { CompiledField, CompiledForm } from './form.ts';

/** Shorter texts are still being written; nothing is asked of them (risk-forms 7.11). */
const MIN_LENGTH = 200;

/** A review as the forms read it. */
export interface ReviewText {
  readonly text: string;
  readonly layout: Layout;
  /** The reading of each block, made when asked for. */
  readonly blocks: readonly (() => BlockContext)[];
  readonly tokens: readonly Tokens[];
  readonly requested: string | undefined;
}

/**
 * What the review's form asks for and no sentence answers. An answer counts wherever it stands: under its label, in another field, in a log line, in one long paragraph.
 */
export function findMissing(review: ReviewText, forms: readonly CompiledForm[]): { form: string | null; findings: Finding[] } {
  const search = new BlockSearch(review);
  const form = review.requested !== undefined ? forms.find((f) => f.id === review.requested) : forms.find((f) => f.recognise.some((p) => search.occurs(p)));
  if (!form) return { form: null, findings: [] };
  if (review.text.length < MIN_LENGTH) return { form: form.id, findings: [] };
  const findings: Finding[] = [];
  for (const field of form.fields) {
    if (field.when.length > 0 && !field.when.some((p) => search.occurs(p))) continue;
    const label = labelled(review, field);
    if (label?.answered || field.answers.some((p) => search.occurs(p))) continue;
    findings.push(ask(review, field, label));
  }
  return { form: form.id, findings };
}

/** Looks for patterns over all blocks; a pattern's rare word decides which blocks are read. */
class BlockSearch {
  private readonly contexts: (BlockContext | undefined)[];

  constructor(private readonly review: ReviewText) {
    this.contexts = new Array(review.blocks.length);
  }

  occurs(program: Program): boolean {
    for (let k = 0; k < this.review.blocks.length; k++) {
      if (!mayHold(this.review.tokens[k] as Tokens, program)) continue;
      this.contexts[k] ??= (this.review.blocks[k] as () => BlockContext)();
      const context = this.contexts[k] as BlockContext;
      for (const sentence of context.sentences) if (context.matcherOf(sentence).occurs(program, sentence.from, sentence.to)) return true;
    }
    return false;
  }
}

function mayHold(tokens: Tokens, program: Program): boolean {
  if (program.anchors.length === 0) return true;
  for (const word of tokens.words) for (const symbol of word.symbols) if (program.anchors.includes(symbol)) return true;
  return false;
}

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly answered: boolean;
}

/** The field's own label or heading, and whether what stands there is an answer. */
function labelled(review: ReviewText, field: CompiledField): Labelled | undefined {
  let found: Labelled | undefined;
  const { blocks, headings } = review.layout;
  blocks.forEach((block, k) => {
    const label = block.kind === 'heading' ? undefined : block.label;
    if (label === undefined || !isLabelOf(field, label)) return;
    const value = review.text.slice(block.start, block.end).trim();
    const answered = isAnswer(field, value);
    if (!found?.answered) found = { start: block.outerStart, end: Math.max(block.start, block.outerStart + 1), answered };
    void k;
  });
  headings.forEach((heading, h) => {
    if (found?.answered || !isLabelOf(field, heading.text)) return;
    const body = blocks
      .filter((b) => b.heading === h && b.kind !== 'heading')
      .map((b) => review.text.slice(b.start, b.end))
      .join(' ')
      .trim();
    found = { start: heading.start, end: heading.end, answered: isAnswer(field, body) };
  });
  return found;
}

/** Labels are matched without case, numbering, and the words that change nothing ("current risk grade"). */
function isLabelOf(field: CompiledField, label: string): boolean {
  const plain = label
    .toLowerCase()
    .replace(/^[\d.()\s]+/, '')
    .replace(/[*_:?]/g, '')
    .replace(/\b(current|initial|updated|police|mfh|misper)\s+(?=\S)/g, '')
    .trim();
  return field.labels.has(plain);
}

/** Values that fill a field and say nothing (risk-forms 4.1, G2). */
const NON_ANSWER = /^(?:|[-.x?]|nil|n\/?k|not known|unknown|tbc|tba|tbd|n\/?a|none|to follow|as above|see above|see log|see below|as per .{0,20}|noted|reviewed|all in hand|usual enq\w*|enq\w* ongoing|ongoing|no change|as previously|\[.*\])[.\s]*$/i;

function isAnswer(field: CompiledField, value: string): boolean {
  if (NON_ANSWER.test(value)) return false;
  return !field.nonAnswers.some((p) => p.test(value)) && (field.source.answers.length === 0 || value.length > 0) && !needsPattern(field);
}

/** Some fields are answered only by what is said, never by the mere presence of a value. */
function needsPattern(field: CompiledField): boolean {
  return field.source['non-answers']?.includes('.*') ?? false;
}

function ask(review: ReviewText, field: CompiledField, label: Labelled | undefined): Finding {
  const at = label ?? titleOf(review);
  return {
    rule: field.info.id,
    alias: field.info.alias,
    kind: 'missing',
    category: field.info.category,
    severity: field.info.severity,
    message: field.info.message,
    why: field.info.why,
    start: at.start,
    end: at.end,
    quote: review.text.slice(at.start, at.end),
    rewrites: [],
    sources: field.info.sources,
    also: [],
  };
}

/** Where a question about the whole review is placed: its title, or its first line. */
function titleOf(review: ReviewText): { start: number; end: number } {
  const heading = review.layout.headings[0];
  if (heading) return heading;
  const first = review.layout.blocks[0];
  if (!first) return { start: 0, end: 0 };
  const lineEnd = /[\r\n]/.exec(review.text.slice(first.outerStart));
  return { start: first.outerStart, end: Math.min(first.end, lineEnd ? first.outerStart + lineEnd.index : review.text.length) };
}
