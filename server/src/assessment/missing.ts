import type { Finding } from '../finding.ts';
import type { Layout } from '../review/block.ts';
import type { Tokens } from '../text/tokens.ts';
import type { BlockContext } from '../wording/candidate.ts';
import type { Program } from '../wording/pattern/program.ts';
import type { CompiledField, CompiledForm, FormIndex } from './form.ts';

/** Shorter texts are still being written; nothing is asked of them (risk-forms 7.11). */
const MIN_LENGTH = 200;

/** A review as the forms read it. */
export interface ReviewText {
  readonly text: string;
  readonly layout: Layout;
  /** Indices of the form patterns that each block holds. */
  readonly holds: readonly ReadonlySet<number>[];
  readonly requested: string | undefined;
}

/**
 * What the review's form asks for and no sentence answers. An answer counts wherever it stands: under its label, in another field, in a log line, in one long paragraph.
 */
export function findMissing(
  review: ReviewText,
  forms: readonly CompiledForm[],
): { form: string | null; findings: Finding[] } {
  const found = new Set<number>();
  for (const held of review.holds) for (const pattern of held) found.add(pattern);
  const occurs = (patterns: readonly number[]): boolean => patterns.some((p) => found.has(p));
  const form =
    review.requested !== undefined
      ? forms.find((f) => f.id === review.requested)
      : forms.find((f) => f.recognise.every(occurs));
  if (!form) return { form: null, findings: [] };
  if (review.text.length < MIN_LENGTH) return { form: form.id, findings: [] };
  const findings: Finding[] = [];
  for (const field of form.fields) {
    if (field.when.length > 0 && !occurs(field.when)) continue;
    const label = labelled(review, field);
    if (label?.answered || occurs(field.answers)) continue;
    findings.push(ask(review, field, label));
  }
  return { form: form.id, findings };
}

/** The form patterns that one block holds, by index. A pattern's rare word decides whether its sentences are looked at. */
export function patternsIn(
  context: () => BlockContext,
  tokens: Tokens,
  index: FormIndex,
): ReadonlySet<number> {
  const held = new Set<number>();
  if (!tokens.words.some(({ keys }) => keys.some((symbol) => index.byAnchor.has(symbol)))) return held;
  const block = context();
  for (const s of block.sentences) {
    const matcher = block.matcherOf(s);
    const tried = new Set<number>();
    for (let i = s.from; i < s.to; i++) {
      for (const symbol of s.word(i)?.keys ?? []) {
        for (const p of index.byAnchor.get(symbol) ?? []) {
          if (held.has(p) || tried.has(p)) continue;
          tried.add(p);
          if (matcher.occurs(index.programs[p] as Program, s.from, s.to)) held.add(p);
        }
      }
    }
  }
  return held;
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
  for (const block of blocks) {
    if (found?.answered) return found;
    if (block.kind === 'heading') continue;
    const value = review.text.slice(block.valueStart, block.end).trim();
    if (block.label !== undefined && isLabelOf(field, block.label)) {
      found = {
        start: block.outerStart,
        end: Math.max(block.valueStart, block.outerStart + 1),
        answered: isAnswer(field, value),
      };
      continue;
    }
    // "10. Return interview. Requested 0350": a label that ends with a full stop.
    const lead = LEADING_LABEL.exec(value);
    if (lead && isLabelOf(field, lead[1] as string))
      found = {
        start: block.start,
        end: block.start + (lead[1] as string).length,
        answered: isAnswer(field, value.slice(lead[0].length)),
      };
  }
  headings.forEach((heading, h) => {
    if (found?.answered) return;
    // "Risk: HIGH" as a heading holds its answer.
    const [title = '', inline = ''] = splitHeading(heading.text);
    if (!isLabelOf(field, title)) return;
    const body = blocks
      .filter((b) => b.heading === h && b.kind !== 'heading')
      .map((b) => review.text.slice(b.start, b.end))
      .join(' ');
    found = { start: heading.start, end: heading.end, answered: isAnswer(field, `${inline} ${body}`.trim()) };
  });
  return found;
}

const LEADING_LABEL = /^([A-Za-z][A-Za-z' /&-]{1,40}?)[.:?][ \t]+/;

function splitHeading(text: string): string[] {
  const at = text.search(/[:–]|\s-\s/);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1).trim()];
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
const NON_ANSWER =
  /^(?:|[-.x?]|nil|n\/?k|not known|unknown|tbc|tba|tbd|n\/?a|none|to follow|as above|see above|see log|see below|as per .{0,20}|noted|reviewed|all in hand|usual enq\w*|enq\w* ongoing|ongoing|no change|as previously|\[.*\])[.\s]*$/i;

function isAnswer(field: CompiledField, value: string): boolean {
  if (NON_ANSWER.test(value)) return false;
  return (
    !field.nonAnswers.some((p) => p.test(value)) &&
    (field.source.answers.length === 0 || value.length > 0) &&
    !needsPattern(field)
  );
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
  return {
    start: first.outerStart,
    end: Math.min(first.end, lineEnd ? first.outerStart + lineEnd.index : review.text.length),
  };
}
