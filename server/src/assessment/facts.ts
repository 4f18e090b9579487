import type { ReviewText } from './answers.ts';
import { ADULT, childAgeOf } from './childAge.ts';
import type { FormBook } from './form.ts';

/** What the text says of the case. A fact that is not in the map is not known. */
export interface Facts {
  readonly values: ReadonlyMap<string, boolean | string>;
  /** In years; undefined when the text gives none, or several that contradict each other. */
  readonly childAge: number | undefined;
  /** The risk grades given, in the order of the text. */
  readonly grades: readonly string[];
}

type Values = Readonly<Record<string, readonly string[]>>;

const GRADES_UPWARDS = ['no-apparent-risk', 'low', 'medium', 'high'];

/** Facts that follow from the child's age. */
const BY_AGE: readonly (readonly [string, (age: number) => boolean])[] = [
  ['under-10', (age) => age < 10],
  ['under-13', (age) => age < 13],
  ['under-16', (age) => age < 16],
  ['age-16-17', (age) => age >= 16],
  ['over-10', (age) => age > 10],
  ['pre-verbal', (age) => age < 3],
  ['school-age', (age) => age >= 5 && age <= 16],
];

/**
 * Reads the facts of risk-forms 5. One affirmative statement makes a fact true; only denials make it false.
 */
export function readFacts(review: ReviewText, book: FormBook): Facts {
  const values = new Map<string, boolean | string>([...book.unsaidFalse].map((id) => [id, false]));
  for (const { said, suspectAges } of review.observed) {
    if (suspectAges.some((age) => age >= ADULT)) values.set('suspect-adult', true);
    if (suspectAges.some((age) => age < ADULT)) values.set('suspect-child', true);
    for (const { kind, id, denied } of said) {
      if (kind !== 'fact') continue;
      if (!denied) values.set(id, true);
      else if (!values.has(id)) values.set(id, false);
    }
  }
  const childAge = childAgeOf(review, book);
  if (childAge !== undefined)
    for (const [fact, holds] of BY_AGE) if (!values.has(fact)) values.set(fact, holds(childAge));
  const grades = readGrades(review, book);
  const grade = grades.at(-1);
  const before = grade === undefined ? undefined : grades.slice(0, -1).findLast((g) => g !== grade);
  if (grade !== undefined) values.set('grade', grade);
  values.set('grade-changed', before !== undefined);
  values.set(
    'grade-lowered',
    grade !== undefined &&
      before !== undefined &&
      GRADES_UPWARDS.indexOf(grade) < GRADES_UPWARDS.indexOf(before),
  );
  return { values, childAge, grades };
}

function readGrades(review: ReviewText, book: FormBook): string[] {
  const values = book.fields.get('risk-grade')?.source.values;
  if (!values) return [];
  const grades: string[] = [];
  review.layout.blocks.forEach((block, k) => {
    for (const { kind, id, start, end } of review.observed[k]?.said ?? []) {
      if (kind !== 'answer' || id !== 'risk-grade') continue;
      // "Not medium: serious harm is likely" is about the grade that was not given.
      if (/\bnot\s+$/i.test(review.text.slice(0, block.start + start).slice(-6))) continue;
      const grade = gradeIn(review.text.slice(block.start + start, block.start + end), values);
      if (grade !== undefined) grades.push(grade);
    }
  });
  return grades;
}

const KEPT = 2_000;
/** By the values of a rulebook: the texts read so far. */
const gradesOf = new WeakMap<Values, Map<string, string | undefined>>();

/** The grade that a statement of it names; statements repeat themselves, so each is read once. */
function gradeIn(text: string, values: Values): string | undefined {
  let known = gradesOf.get(values);
  if (!known || known.size >= KEPT) {
    known = new Map();
    gradesOf.set(values, known);
  }
  if (!known.has(text)) known.set(text, valueIn(text, values));
  return known.get(text);
}

/**
 * The allowed value that stands last in the text, by its name or one of the ways it is written.
 * @param values allowed values with the ways each is written
 */
function valueIn(text: string, values: Values): string | undefined {
  const words = ` ${text.toLowerCase().replace(/[^a-z0-9/]+/g, ' ')} `;
  let best: { value: string; at: number; length: number } | undefined;
  for (const [value, ways] of Object.entries(values)) {
    for (const way of [value.replaceAll('-', ' '), ...ways]) {
      const at = words.lastIndexOf(` ${way.toLowerCase()} `);
      if (at >= 0 && (!best || at > best.at || (at === best.at && way.length > best.length)))
        best = { value, at, length: way.length };
    }
  }
  return best?.value;
}
