import type { Gender } from '../people/role.ts';
import type { Layout, Span } from '../review/block.ts';
import { readMoment } from '../timeline/moment.ts';
import { holdsBlank } from './blanks.ts';
import { titledAge } from './childAge.ts';
import type { CompiledField, FormBook } from './form.ts';
import { plainLabel } from './label.ts';
import { kindOfValue } from './nonAnswer.ts';
import type { Observations } from './observe.ts';

/**
 * How far a field is answered, worst first. `empty`: its label is there with nothing that says anything; `thin`: the topic is touched;
 * `pointer`: it names an earlier entry and says that it stands.
 */
export type AnswerState = 'absent' | 'empty' | 'thin' | 'pointer' | 'answered';

const STATES: readonly AnswerState[] = ['absent', 'empty', 'thin', 'pointer', 'answered'];

/** A field as a text answers it. */
export interface FieldReading {
  readonly field: CompiledField;
  readonly state: AnswerState;
  /** Its label or heading, where the writer gave it one. */
  readonly label: Span | undefined;
  /** What stands under that label; empty span when nothing does. */
  readonly value: Span | undefined;
  /** The words that answer it or touch on it. */
  readonly words: Span | undefined;
}

/** A review as the forms read it. */
export interface ReviewText {
  readonly text: string;
  readonly layout: Layout;
  /** What each block says. */
  readonly observed: readonly Observations[];
  /** Ages that the text gives to the child by name or pronoun, in years. */
  readonly ages: readonly number[];
  /** What the text makes of the child, for the pronouns of a question. */
  readonly gender: Gender | undefined;
}

/**
 * Every field that the text answers, touches or labels. An answer counts wherever it stands: under its label, in another field, in a log line,
 * in one long paragraph (risk-forms 4.1, G1).
 */
export function readAnswers(review: ReviewText, book: FormBook): Map<string, FieldReading> {
  const readings = new Map<string, FieldReading>();
  const note = (reading: FieldReading): void => {
    const known = readings.get(reading.field.id);
    readings.set(reading.field.id, known ? better(known, reading) : reading);
  };
  const mayHoldBlanks = review.text.includes('[');
  review.layout.blocks.forEach((block, k) => {
    const said = review.observed[k]?.said ?? [];
    if (said.length === 0) return;
    // A label that no form knows is the writer's own sentence: "VA not suitable: access to children".
    const title = block.kind === 'heading' ? review.layout.headings[block.heading]?.text : block.label;
    const isLabel = title !== undefined && book.byLabel.has(plainLabel(title));
    const labelEnd = isLabel ? (block.kind === 'heading' ? block.end : block.valueStart) : block.start;
    // What still holds a blank is no answer yet (risk-forms 0).
    if (mayHoldBlanks && holdsBlank(review.text, block.start, block.end, book.blanks)) return;
    for (const { kind, id, start, end } of said) {
      if (kind !== 'answer' && kind !== 'thin') continue;
      // One answer is enough: the first stands for all.
      if (block.start + end <= labelEnd || readings.get(id)?.state === 'answered') continue;
      const words = { start: block.start + start, end: block.start + end };
      const field = book.fields.get(id);
      if (field)
        note({
          field,
          state: kind === 'answer' ? 'answered' : 'thin',
          label: undefined,
          value: undefined,
          words,
        });
    }
  });
  for (const reading of readByTheParser(review, book)) note(reading);
  for (const { title, label, value, from, to } of labelledParts(review)) {
    for (const field of book.byLabel.get(plainLabel(title)) ?? [])
      note({
        field,
        label,
        value,
        words: undefined,
        state: stateUnderLabel(review, book, field, value, from, to),
      });
  }
  return readings;
}

/** Ranks from sergeant up; a constable's entry is no review. */
const SUPERVISOR =
  /\b(?:p\.?s|sgt|sergeant|d\.?s|insp(?:ector)?|d\.?i|dci|ch(?:ief)? insp(?:ector)?|c\.?i|supt|superintendent)\b/i;

/**
 * What the readers of people and layout know already, however it is written: who the child is and how old, who writes, and when.
 */
function* readByTheParser(review: ReviewText, book: FormBook): Generator<FieldReading> {
  const { text, layout, observed } = review;
  const answered = (id: string, words: Span | undefined): FieldReading[] => {
    const field = book.fields.get(id);
    return field && words ? [{ field, state: 'answered', label: undefined, value: undefined, words }] : [];
  };
  yield* answered(
    'child-identity',
    titledAge(review)?.words ?? layout.blocks[observed.findIndex(({ childAges }) => childAges.length > 0)],
  );
  yield* answered(
    'review-author',
    layout.entries
      .flatMap(({ author }) => author ?? [])
      .find(({ start, end }) => SUPERVISOR.test(text.slice(start, end))),
  );
  const times = [...layout.entries, ...layout.blocks].flatMap(({ time }) => time ?? []);
  yield* answered(
    'review-datetime',
    times.find(({ start, end }) => readMoment(text.slice(start, end))?.day !== undefined),
  );
}

function better(a: FieldReading, b: FieldReading): FieldReading {
  const rank = STATES.indexOf(b.state) - STATES.indexOf(a.state);
  // A label of its own is nearer to the field than the heading of a section.
  const winner = rank > 0 || (rank === 0 && lengthOf(b.value) < lengthOf(a.value)) ? b : a;
  const other = winner === a ? b : a;
  return { ...winner, label: winner.label ?? other.label, value: winner.value ?? other.value };
}

function lengthOf(span: Span | undefined): number {
  return span ? span.end - span.start : Number.POSITIVE_INFINITY;
}

/** A label or heading, what stands under it, and the blocks that this takes. */
interface LabelledPart {
  readonly title: string;
  readonly label: Span;
  readonly value: Span;
  readonly from: number;
  readonly to: number;
}

function* labelledParts({ text, layout }: ReviewText): Generator<LabelledPart> {
  const { blocks, headings } = layout;
  for (let k = 0; k < blocks.length; k++) {
    const block = blocks[k] as Layout['blocks'][number];
    if (block.kind === 'heading') {
      const heading = headings[block.heading];
      if (!heading) continue;
      let to = k + 1;
      while (to < blocks.length && blocks[to]?.heading === block.heading && blocks[to]?.kind !== 'heading')
        to++;
      const [title, inline] = splitTitle(heading.text);
      const last = blocks[to - 1];
      // "RISK: HIGH" as a heading holds its answer.
      const start = inline
        ? heading.start + heading.text.length - inline.length
        : (blocks[k + 1]?.start ?? heading.end);
      yield {
        title,
        label: { start: heading.start, end: heading.end },
        value:
          to === k + 1 && !inline
            ? { start: heading.end, end: heading.end }
            : { start: Math.min(start, last?.end ?? start), end: last?.end ?? heading.end },
        from: inline ? k : k + 1,
        to,
      };
      continue;
    }
    const { label, labelSpan } = block;
    if (label !== undefined && labelSpan) {
      let to = k + 1;
      while (to < blocks.length && blocks[to]?.labelSpan?.start === labelSpan.start) to++;
      const end = blocks[to - 1]?.end ?? block.end;
      yield {
        title: label,
        label: labelSpan,
        value: { start: Math.min(block.valueStart, end), end },
        from: k,
        to,
      };
      k = to - 1;
      continue;
    }
    // "10. Return interview. Requested 0350": a label that ends with a full stop.
    const lead = LEADING_LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + 50)));
    if (lead)
      yield {
        title: lead[1] as string,
        label: { start: block.start, end: block.start + (lead[1] as string).length },
        value: { start: block.start + lead[0].length, end: block.end },
        from: k,
        to: k + 1,
      };
  }
}

const LEADING_LABEL = /^([A-Za-z][A-Za-z' /&-]{1,40}?)[.:?][ \t]+/;

function splitTitle(title: string): [string, string] {
  const at = title.search(/[:–—]|\s-\s/);
  return at < 0 ? [title, ''] : [title.slice(0, at), title.slice(at + 1).replace(/^[\s-]+/, '')];
}

function stateUnderLabel(
  review: ReviewText,
  book: FormBook,
  field: CompiledField,
  value: Span,
  from: number,
  to: number,
): AnswerState {
  if (holdsBlank(review.text, value.start, value.end, book.blanks)) return 'empty';
  let thin = false;
  for (let k = from; k < to; k++) {
    const at = review.layout.blocks[k]?.start ?? 0;
    for (const { kind, id, end } of review.observed[k]?.said ?? []) {
      if (at + end <= value.start) continue;
      if (id !== field.id) continue;
      if (kind === 'answer') return 'answered';
      thin ||= kind === 'thin';
    }
  }
  const kind = kindOfValue(review.text.slice(value.start, value.end));
  if (kind === 'empty') return 'empty';
  if (kind === 'bare-pointer') return 'thin';
  if (kind === 'pointer') return 'pointer';
  if (kind === 'reasoned') return 'answered';
  return thin || field.source.strict ? 'thin' : 'answered';
}
