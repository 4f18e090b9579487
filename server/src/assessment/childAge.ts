import type { Span } from '../review/block.ts';
import type { ReviewText } from './answers.ts';
import type { FormBook } from './form.ts';
import { plainLabel } from './label.ts';
import { titleOf } from './place.ts';

/** In years. */
export const ADULT = 18;

/** Labels under which the child's age may stand, besides those of the field itself. */
const AGE_LABELS = new Set(['age', 'age/dob', 'dob/age', 'dob and age', 'child age']);

/**
 * The child's age in years: the one under a label of the child's; else the one beside a name in the title; else that of the child's name or pronoun;
 * else what most mentions say. Undefined when the text gives none, or two equally often.
 */
export function childAgeOf(review: ReviewText, book: FormBook): number | undefined {
  return (
    outrightAge(review, book) ??
    commonest(review.ages) ??
    commonest(review.observed.flatMap(({ childAges }) => childAges))
  );
}

/** The age under a label of the child's, or beside a name in the title. */
export function outrightAge(review: ReviewText, book: FormBook): number | undefined {
  for (const { label, valueStart, end } of review.layout.blocks) {
    if (label === undefined) continue;
    const plain = plainLabel(label);
    const isChild = book.byLabel.get(plain)?.some(({ id }) => id === 'child-identity') ?? false;
    if (!isChild && !AGE_LABELS.has(plain)) continue;
    const age = AGE.exec(review.text.slice(valueStart, end));
    if (age && Number(age[1]) < ADULT) return Number(age[1]);
  }
  return titledAge(review)?.age;
}

/** A number that is no date, time or span of time. */
const AGE = /(?<![\d/.-])(\d{1,2})(?![\d/.-]|\s*(?:hrs?|hours|days|:))/;

/** The name and age in the title: UTF-16 offsets into the document. */
export function titledAge(review: ReviewText): { readonly age: number; readonly words: Span } | undefined {
  const { start, end } = titleOf(review);
  const found = ageInTitle(review.text.slice(start, end));
  return (
    found && { age: found.age, words: { start: start + found.words.start, end: start + found.words.end } }
  );
}

/** The value given most often; undefined for none, or two that are given equally often. */
function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

const NAME = "\\p{Lu}[\\p{L}'’-]+";
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])${NAME}(?: ${NAME}){0,2},? (?:\\(|aged )?(1[0-7]|[5-9])(?![\\d:/.]|\\s*(?:hrs?|hours|days?|weeks?|months?|st|nd|rd|th)\\b)`,
  'gu',
);

/** Words before a number that are no name: "REVIEW 3", "Sgt 12". */
const NO_NAME =
  /(?:misper|mfh|review|entry|day|no|number|section|update|part|page|action|grade|level|version|priority|pc|ps|dc|ds|di|insp|sgt|dci|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)$/i;

/** "KIERAN HOBBS, 16" in a title or first line: a child's name with an age in years, or undefined. */
function ageInTitle(title: string): { readonly age: number; readonly words: Span } | undefined {
  for (const found of title.matchAll(NAMED)) {
    const name = found[0].replace(/,? (?:\(|aged )?\d+$/, '');
    if (NO_NAME.test(name)) continue;
    return { age: Number(found[1]), words: { start: found.index, end: found.index + found[0].length } };
  }
  return undefined;
}
