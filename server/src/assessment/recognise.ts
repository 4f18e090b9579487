import type { ReviewText } from './answers.ts';
import { ADULT, outrightAge } from './childAge.ts';
import type { CompiledForm, FormBook } from './form.ts';
import { plainLabel } from './label.ts';

/** How sure it is that a text is of a form. `named`: the writer said so. */
export type Confidence = 'named' | 'likely' | 'possible';

/** A form that a text is held against. */
export interface FormMatch {
  readonly form: CompiledForm;
  readonly confidence: Confidence;
  readonly score: number;
}

/** Points for a signal in title or heading, in a label, in the text; and how many a form needs (risk-forms 2). */
const TITLE_POINTS = 3;
const LABEL_POINTS = 2;
const BODY_POINTS = 1;
const ENOUGH = 3;

/** With so many points, and so many more than the next form, there is hardly a doubt. */
const LIKELY = 5;
const CLEAR_LEAD = 2;

/** Labels under which a writer names the form. */
const NAMING = new Set(['review type', 'type of review', 'form', 'review form', 'type']);

/** The title is looked for in this much of the text, in UTF-16 units. */
const TITLE_LENGTH = 160;

/**
 * The forms a text is held against: the most likely one, or none for a text that is no review. Several only where the writer names a form by a name that
 * several share.
 * A text that speaks of no child is held against none.
 * @param requested a form id that the writer chose, or undefined
 */
export function recogniseForms(
  review: ReviewText,
  book: FormBook,
  requested: string | undefined,
): FormMatch[] {
  const chosen =
    requested === undefined ? namedInText(review, book) : book.forms.filter(({ id }) => id === requested);
  if (requested !== undefined || chosen.length > 0)
    return chosen.map((form) => ({ form, confidence: 'named', score: Number.POSITIVE_INFINITY }));
  const about = isAboutChild(review, book);
  if (about === false) return [];
  const signals = new Map<string, Set<string>>();
  const titled = new Set<string>();
  const ruledOut = new Set<string>();
  const firstEnd = endOfTitle(review.text);
  review.layout.blocks.forEach((block, k) => {
    for (const { kind, id, start } of review.observed[k]?.said ?? []) {
      if (kind !== 'signal') continue;
      const [form = '', part] = id.split('/');
      if (part === 'unless') ruledOut.add(form);
      else if (part === 'body') signals.set(form, (signals.get(form) ?? new Set()).add(id));
      else if (block.kind === 'heading' || block.start + start < firstEnd) titled.add(form);
    }
  });
  const labels = new Set<string>();
  for (const { label } of review.layout.blocks) if (label !== undefined) labels.add(plainLabel(label));
  for (const { text } of review.layout.headings) labels.add(plainLabel(text));
  const matches = book.forms
    // A log line may leave the child unsaid ("0415 RTP"); of a crime it must be said that a child is the victim.
    .filter(({ id }) => !ruledOut.has(id) && (about === true || id !== ANY_CRIME))
    .map((form) => ({
      form,
      title: titled.has(form.id),
      score:
        (titled.has(form.id) ? TITLE_POINTS : 0) +
        LABEL_POINTS * [...labels].filter((label) => form.labels.has(label)).length +
        BODY_POINTS * (signals.get(form.id)?.size ?? 0),
    }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => Number(b.title) - Number(a.title) || b.score - a.score || b.form.rank - a.form.rank);
  const [first, second] = matches;
  if (!first) return [];
  const lead = first.score - (second?.score ?? 0);
  const confidence = first.score >= LIKELY && (lead >= CLEAR_LEAD || first.title) ? 'likely' : 'possible';
  return [{ form: first.form, confidence, score: first.score }];
}

/** The one form whose words any victim's review has. */
const ANY_CRIME = 'crime-child-victim';

/** True where a child is spoken of, false where the text makes the only person an adult, undefined where nobody is named. */
function isAboutChild(review: ReviewText, book: FormBook): boolean | undefined {
  const { ages, observed } = review;
  if (
    ages.length > 0 ||
    outrightAge(review, book) !== undefined ||
    observed.some(({ childAges, young }) => young || childAges.length > 0)
  )
    return true;
  if (observed.some(({ suspectAges }) => suspectAges.some((age) => age >= ADULT))) return false;
  return observed.some(({ child }) => child) || undefined;
}

/** Where the title must have ended: so many units in, whichever way lines end. */
function endOfTitle(text: string): number {
  let at = 0;
  for (let units = 0; at < text.length && units < TITLE_LENGTH; at++) if (text[at] !== '\r') units++;
  return at;
}

/** `form: cse` at the top of the file, or "Review type: CSE", by id, title or one of the names that supervisors use. */
function namedInText({ text, layout }: ReviewText, book: FormBook): CompiledForm[] {
  const matter = layout.frontMatter;
  const line = matter && /^form:[ \t]*(.+?)[ \t]*$/m.exec(text.slice(matter.start, matter.end));
  if (line) return book.forms.filter(({ names }) => names.has((line[1] as string).toLowerCase()));
  for (const block of layout.blocks) {
    if (block.label === undefined || !NAMING.has(plainLabel(block.label))) continue;
    const value = text.slice(block.valueStart, block.end).trim().toLowerCase();
    const named = book.forms.filter(({ names }) => names.has(value));
    if (named.length > 0) return named;
  }
  return [];
}
