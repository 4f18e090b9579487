import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import type { Mention } from './mention.ts';

const PRONOUNS = new Map<string, Pick<Mention, 'gender' | 'plural' | 'grammaticalCase'>>([
  ['she', { gender: 'female', plural: false, grammaticalCase: 'subject' }],
  ['shes', { gender: 'female', plural: false, grammaticalCase: 'subject' }],
  ['he', { gender: 'male', plural: false, grammaticalCase: 'subject' }],
  ['hes', { gender: 'male', plural: false, grammaticalCase: 'subject' }],
  ['they', { gender: undefined, plural: true, grammaticalCase: 'subject' }],
  ['theyre', { gender: undefined, plural: true, grammaticalCase: 'subject' }],
  ['him', { gender: 'male', plural: false, grammaticalCase: 'object' }],
  ['her', { gender: 'female', plural: false, grammaticalCase: 'object' }],
  ['hers', { gender: 'female', plural: false, grammaticalCase: 'object' }],
  ['them', { gender: undefined, plural: true, grammaticalCase: 'object' }],
  ['his', { gender: 'male', plural: false, grammaticalCase: 'object' }],
  ['their', { gender: undefined, plural: true, grammaticalCase: 'object' }],
  ['theirs', { gender: undefined, plural: true, grammaticalCase: 'object' }],
]);

const WRITER = new Set(['i', 'we', 'me', 'us', 'you', 'my', 'our', 'your', 'ours']);
const INDEFINITE = new Set(['nobody', 'anyone', 'anybody', 'everyone', 'everybody', 'noone', 'whoever']);

/** The pronoun at `i`, with who it may stand for; undefined where there is none. */
export function readPronoun(tokens: Tokens, i: number, to: number, capitals: boolean): Mention | undefined {
  const word = tokens.words[i] as Word;
  if (!(word.tags & (Tag.SubjectPronoun | Tag.ObjectPronoun | Tag.Possessive))) return undefined;
  const lower = word.lower;
  const base = { from: i, to: i + 1, head: i, kind: 'pronoun' as const, name: undefined, age: undefined };
  const found = PRONOUNS.get(lower);
  if (found) {
    const possessive = (lower === 'his' || lower === 'their' || lower === 'her') && ownsNext(tokens, i, to);
    return { ...base, ...found, role: undefined, possessive };
  }
  if (
    WRITER.has(lower) &&
    (lower !== 'us' || word.shape !== Shape.Upper || capitals) &&
    !(lower === 'i' && tokens.words[i + 1]?.kind === WordKind.Stop)
  ) {
    const possessive = lower === 'my' || lower === 'our' || lower === 'your';
    return {
      ...base,
      role: 'writer',
      gender: undefined,
      plural: lower !== 'i' && lower !== 'me',
      grammaticalCase: 'either',
      possessive,
    };
  }
  if (INDEFINITE.has(lower))
    return {
      ...base,
      role: 'unknown',
      gender: undefined,
      plural: false,
      grammaticalCase: 'either',
      possessive: false,
    };
  return undefined;
}

const TAKES_OBJECT =
  /^(stop|stops|stopped|stopping|prevent|prevents|prevented|keep|keeps|kept|leave|leaves|left|catch|caught|see|sees|saw|seen|find|finds|found|have|has|had|hear|heard|get|gets|got)$/;

/** "her" before a noun or adjective owns it; before a preposition, an article or the end it is an object. */
function ownsNext(tokens: Tokens, i: number, to: number): boolean {
  let k = i + 1;
  while (k < to && (tokens.words[k]?.kind === WordKind.Quote || (tokens.words[k]?.tags ?? 0) === Tag.Adverb))
    k++;
  const next = k < to ? (tokens.words[k] as Word) : undefined;
  if (!next) return false;
  const lower0 = tokens.words[i]?.lower;
  if (next.kind === WordKind.Number)
    return /^\d{1,2}$/.test(next.lower) || next.lower.length > 4
      ? tokens.words[k + 1]?.kind === WordKind.Joiner || tokens.words[i]?.lower !== 'her'
      : false;
  if (next.kind !== WordKind.Word) return false;
  const blocked =
    Tag.Article |
    Tag.Auxiliary |
    Tag.Modal |
    Tag.Preposition |
    Tag.Conjunction |
    Tag.Subordinator |
    Tag.SubjectPronoun |
    Tag.ObjectPronoun |
    Tag.Relative |
    Tag.Possessive |
    Tag.Reflexive;
  if (next.lower === 'like' || next.lower === 'home') return tokens.words[i]?.lower !== 'her';
  if (next.lower === 'so' && tokens.words[k + 1]?.kind === WordKind.Joiner) return true;
  if (next.lower !== 'past' && next.tags & blocked) return false;
  // "leaves her vulnerable.": an object and what is said of it.
  if (
    /^(vulnerable|exposed|open|unsafe|safe|alone|susceptible|responsible|accountable|upset|isolated|available|unprotected)$/.test(
      next.lower,
    ) &&
    (tokens.words[k + 1]?.kind !== WordKind.Word || (tokens.words[k + 1]?.tags ?? 0) !== 0)
  )
    return false;
  // "reported her missing", "stop her going": an object and what it does; "her missing episodes" are hers.
  const after = k + 1 < to ? (tokens.words[k + 1] as Word) : undefined;
  const ends = after === undefined || after.kind !== WordKind.Word || after.tags !== 0;
  if (lower0 === 'her' && next.lower === 'missing' && ends) return false;
  if (lower0 === 'her' && /ing$/.test(next.lower) && TAKES_OBJECT.test(tokens.words[i - 1]?.lower ?? ''))
    return false;
  if (
    /^(go|come|leave|stay|put|drink|take|back|home|away|alone|out|up|down|feel|think|believe|do|have|meet|because|safe|that)$/.test(
      next.lower,
    )
  )
    return tokens.words[i]?.lower === 'his';
  return true;
}
