import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { isIrregularPast } from '../text/verbs.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import { readAge } from './ages.ts';
import type { Cast } from './cast.ts';
import type { PersonLexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { COLLECTIVE, isPlaceName, looksLikeName } from './nameShape.ts';
import { ownsAfterClitic } from './nounMention.ts';

/** A name of the cast at `i`, with its age and whether it owns what follows; undefined where there is none. */
export function readNameMention(
  tokens: Tokens,
  i: number,
  from: number,
  to: number,
  cast: Cast,
  lexicon: PersonLexicon,
  capitals: boolean,
): Mention | undefined {
  const word = tokens.words[i] as Word;
  const known = cast.roleOf(word.lower) !== undefined && (word.shape !== Shape.Lower || capitals);
  const sentenceInitialName =
    opensSentence(tokens, i, from) &&
    word.shape === Shape.Capital &&
    word.tags === 0 &&
    !lexicon.noun(word.lower) &&
    followsLikeName(tokens, i, to, lexicon);
  if (!known && !sentenceInitialName && !looksLikeName(tokens, i, from, lexicon, capitals)) return undefined;
  if (isPlaceName(tokens, i, to, lexicon)) return undefined;
  let end = i + 1;
  let role = cast.roleOf(word.lower);
  let age = cast.ageOf(word.lower);
  // Forename and surname are one mention.
  const second = tokens.words[end];
  if (
    end < to &&
    second?.kind === WordKind.Word &&
    second.shape !== Shape.Lower &&
    cast.roleOf(second.lower) !== undefined &&
    !capitals
  ) {
    role ??= cast.roleOf(second.lower);
    age ??= cast.ageOf(second.lower);
    end++;
  }
  const reading = readAge(tokens, end, to);
  if (reading) {
    age = reading.years;
    end = reading.to;
  }
  // An unexplained name at the start of a sentence is most often the child's forename.
  role ??= word.shape === Shape.Upper && !capitals ? 'suspect' : 'child';
  if (role === 'child' && age !== undefined && age >= 18) role = 'adult';
  const possessive =
    tokens.words[end]?.kind === WordKind.Clitic &&
    tokens.words[end]?.lower === "'s" &&
    ownsAfterClitic(tokens, end, to);
  return {
    from: i,
    to: possessive ? end + 1 : end,
    head: i,
    kind: 'name',
    role,
    gender: cast.genderOf(word.lower),
    plural: false,
    possessive,
    grammaticalCase: 'either',
    name: word.lower,
    age,
  };
}

/** A word with a capital at the start of a sentence that is no everyday word is a name when a verb, an age or a clitic follows it directly. */
function followsLikeName(tokens: Tokens, i: number, to: number, lexicon: PersonLexicon): boolean {
  const word = tokens.words[i] as Word;
  if (lexicon.isCommonWord(word.lower)) return false;
  const next = i + 1 < to ? (tokens.words[i + 1] as Word) : undefined;
  if (!next) return false;
  if (next.kind === WordKind.Clitic) return true;
  if (next.kind === WordKind.Open) return readAge(tokens, i + 1, to) !== undefined;
  if (next.kind === WordKind.Comma)
    return (tokens.words[i + 2]?.tags ?? 0) & Tag.Relative ? true : readAge(tokens, i + 1, to) !== undefined;
  if (next.kind !== WordKind.Word) return false;
  if (next.tags & (Tag.Auxiliary | Tag.Modal | Tag.Adverb)) return true;
  return (next.verb || next.tags !== 0) && (/(s|ed)$/.test(next.lower) || isIrregularPast(next.lower));
}

/** "her boyfriend WEBB": the label and the person are two things. */
const ROMANCE = /^(boyfriend|girlfriend|partner|bf|gf|ex|fella)$/;

/** "DC Bright", "misper Ellie", "the suspect WEBB": a noun and the name that follows are one mention, with the noun's role. */
export function withName(
  tokens: Tokens,
  mention: Mention,
  to: number,
  cast: Cast,
  capitals: boolean,
): Mention | undefined {
  if (
    ROMANCE.test((tokens.words[mention.head] as Word).lower) ||
    COLLECTIVE.test((tokens.words[mention.head] as Word).lower)
  )
    return undefined;
  if (mention.role === 'organisation') return undefined;
  if (mention.possessive || mention.plural || capitals || mention.to !== mention.head + 1) return undefined;
  let end = mention.to;
  if (tokens.words[end]?.kind === WordKind.Number && /^\d{3,5}$/.test(tokens.words[end]?.lower ?? '')) end++;
  const first = end;
  while (end < Math.min(first + 2, to)) {
    const word = tokens.words[end] as Word;
    if (word.kind !== WordKind.Word || word.shape === Shape.Lower || cast.roleOf(word.lower) === undefined)
      break;
    end++;
  }
  if (end === first && isLetter(tokens.words[end])) {
    // "Child A", "Male B": the letter stands for a name.
    return { ...mention, to: end + 1 };
  }
  if (end === first) return undefined;
  const reading = readAge(tokens, end, to);
  if (reading) end = reading.to;
  const name = (tokens.words[first] as Word).lower;
  const possessive =
    tokens.words[end]?.kind === WordKind.Clitic &&
    tokens.words[end]?.lower === "'s" &&
    ownsAfterClitic(tokens, end, to);
  const age = mention.age ?? cast.ageOf(name) ?? reading?.years;
  const role =
    mention.role === 'unknown' && age !== undefined ? (age < 18 ? 'child' : 'suspect') : mention.role;
  return { ...mention, kind: 'name', role, name, age, to: possessive ? end + 1 : end, possessive };
}

/** A capital letter by itself, "I" apart: in the middle of a sentence it is no article. */
function isLetter(word: Word | undefined): boolean {
  return word?.kind === WordKind.Word && /^[A-HJ-Z]$/.test(word.surface);
}

/** Nothing but numbers and signs stands before: "2.2 Shanelle …", "- Ellie …". */
function opensSentence(tokens: Tokens, i: number, from: number): boolean {
  for (let k = from; k < i; k++) if (tokens.words[k]?.kind === WordKind.Word) return false;
  return true;
}
