import type { Tokens } from '../text/tokens.ts';
import { WordKind } from '../text/word.ts';

const NUMBER_WORDS = new Map(
  'eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 8] as const),
);
const TENS = new Map([
  ['twenties', 25],
  ['thirties', 35],
  ['forties', 45],
  ['fifties', 55],
  ['sixties', 65],
  ['20s', 25],
  ['30s', 35],
  ['40s', 45],
  ['50s', 55],
]);

/** An age in years read at token `i`, with the index after it; undefined when there is none. */
export interface AgeReading {
  readonly years: number;
  readonly to: number;
}

/**
 * Reads an age beside a person: "(14)", ", 31,", "aged 14", "of 27", "14-year-old", "14yo", "in his 30s", "Y9", "F14".
 * @param i the token after the person, or the first token of the age
 */
export function readAge(tokens: Tokens, i: number, to: number): AgeReading | undefined {
  const at = (k: number): string => (k < to ? (tokens.words[k]?.lower ?? '') : '');
  const kind = (k: number): WordKind | undefined => (k < to ? tokens.words[k]?.kind : undefined);

  // (14) and (m, 31)
  if (kind(i) === WordKind.Open) {
    for (let k = i + 1; k < Math.min(i + 5, to); k++) {
      if (kind(k) === WordKind.Close) break;
      const n = yearsOf(at(k));
      if (
        n !== undefined &&
        (kind(k + 1) === WordKind.Close ||
          kind(k + 1) === WordKind.Comma ||
          isYearWord(at(k + 1)) ||
          kind(k + 1) === WordKind.Joiner)
      ) {
        let end = k + 1;
        while (end < to && kind(end) !== WordKind.Close) end++;
        return { years: n, to: Math.min(end + 1, to) };
      }
    }
    return undefined;
  }
  let k = i;
  const comma = kind(k) === WordKind.Comma;
  if (comma) k++;
  if (at(k) === 'aged' || at(k) === 'age') k++;
  else if (at(k) === 'of' && !comma) {
    k++;
    if (at(k) === 'about' || at(k) === 'around' || at(k) === 'approx' || at(k) === 'nearly') k++;
  } else if (at(k) === 'in' && (at(k + 1) === 'his' || at(k + 1) === 'her' || at(k + 1) === 'their')) {
    k += 2;
    if (at(k) === 'early' || at(k) === 'mid' || at(k) === 'late') k++;
    if (kind(k) === WordKind.Joiner) k++;
    const decade =
      TENS.get(at(k)) ?? (kind(k) === WordKind.Number && at(k + 1) === 's' ? Number(at(k)) + 5 : undefined);
    return decade === undefined ? undefined : { years: decade, to: k + (TENS.has(at(k)) ? 1 : 2) };
  } else if (!comma) {
    const direct = directAge(at(k));
    if (direct !== undefined) return { years: direct, to: k + 1 };
    const n = yearsOf(at(k));
    // 15F, 26M: one token after the other without a space.
    if (n !== undefined && n > 7 && /^[fm]$/.test(at(k + 1)) && tokens.starts[k + 1] === tokens.ends[k])
      return { years: n, to: k + 2 };
    const after = kind(k + 1) === WordKind.Joiner ? k + 2 : k + 1;
    if (n !== undefined && isYearWord(at(after))) {
      let end = after + 1;
      if (kind(end) === WordKind.Joiner) end++;
      if (at(end) === 'old') end++;
      return { years: n, to: end };
    }
    return undefined;
  }
  if (at(k) === 'about' || at(k) === 'around' || at(k) === 'approx' || at(k) === 'approximately') k++;
  const n = yearsOf(at(k)) ?? directAge(at(k));
  if (n === undefined) return undefined;
  let end = k + 1;
  if (comma) {
    // ", 31," or ", 15 (": a number between commas; otherwise it is some other figure.
    const next = kind(end);
    if (isYearWord(at(end))) end++;
    else if (next === WordKind.Comma) end++;
    else if (
      next !== undefined &&
      next !== WordKind.Stop &&
      next !== WordKind.Close &&
      next !== WordKind.Open &&
      next !== WordKind.Clause &&
      next !== WordKind.Dash
    )
      return undefined;
  } else if (isYearWord(at(end))) end++;
  return { years: n, to: end };
}

function isYearWord(word: string): boolean {
  return (
    word === 'year' ||
    word === 'years' ||
    word === 'yr' ||
    word === 'yrs' ||
    word === 'yo' ||
    word === 'y/o' ||
    word === 'y' ||
    word === 'yrs-old'
  );
}

function yearsOf(word: string): number | undefined {
  if (/^\d{1,2}$/.test(word)) {
    const n = Number(word);
    return n >= 1 && n <= 99 ? n : undefined;
  }
  return NUMBER_WORDS.get(word);
}

/** F14, Y9: an age in one token. */
function directAge(word: string): number | undefined {
  const sexed = /^[mf](\d{2})$/.exec(word);
  if (sexed) return Number(sexed[1]);
  const school = /^(?:y|yr)(\d{1,2})$/.exec(word);
  if (school) {
    const year = Number(school[1]);
    return year >= 1 && year <= 13 ? year + 4 : undefined;
  }
  return undefined;
}
