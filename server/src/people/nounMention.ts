import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import { readAge } from './ages.ts';
import type { PersonLexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Gender, Role } from './role.ts';

const PLURAL_CHILDREN = new Set([
  'children',
  'victims',
  'survivors',
  'youngsters',
  'teenagers',
  'adolescents',
  'minors',
  'kids',
  'juveniles',
  'students',
  'pupils',
  'complainants',
  'youths',
]);
const GENERIC_MODIFIERS = new Set([
  'exploited',
  'groomed',
  'many',
  'most',
  'some',
  'all',
  'such',
  'abused',
  'traumatised',
  'missing',
  'vulnerable',
  'other',
  'trafficked',
  'several',
]);
const OLDER = new Set([
  'older',
  'adult',
  'unknown',
  'unidentified',
  'elderly',
  'grown',
  'strange',
  'random',
  'risky',
  'undesirable',
  'negative',
  'dodgy',
  'wrong',
  'inappropriate',
  'known',
]);
const YOUNG = new Set(['young', 'missing', 'vulnerable', 'younger', 'teenage', 'adolescent', 'little']);

/** 's before a noun is a possessive; before a participle, an article or an adverb it is "is" or "has". */
export function ownsAfterClitic(tokens: Tokens, clitic: number, to: number): boolean {
  const next = clitic + 1 < to ? (tokens.words[clitic + 1] as Word) : undefined;
  if (!next) return true;
  if (next.kind !== WordKind.Word) return next.kind !== WordKind.Number;
  // "of Tyler's making"
  if (tokens.words[clitic - 2]?.lower === 'of') return true;
  if (
    next.tags &
    (Tag.Article | Tag.Preposition | Tag.Negator | Tag.Auxiliary | Tag.Conjunction | Tag.Subordinator)
  )
    return next.lower === 'own';
  if (next.tags === Tag.Adverb && /^(again|always|still|never|now|not|just|been|very|so)$/.test(next.lower))
    return false;
  return !/^(been|being|gone|got|putting|going|making|choosing|getting|seeing|meeting|dating|staying|refusing)$/.test(
    next.lower,
  );
}

/** "contact", "report", "force", "court", "head" are verbs after "to" or a modal, and nouns otherwise. */
export function isVerbUse(tokens: Tokens, i: number, to: number): boolean {
  const word = tokens.words[i] as Word;
  if (!VERB_OR_NOUN.has(word.lower)) return false;
  const before = tokens.words[i - 1];
  if (
    before &&
    (before.lower === 'to' ||
      before.tags & (Tag.Modal | Tag.SubjectPronoun) ||
      before.lower === 'not' ||
      before.tags & Tag.Adverb)
  )
    return true;
  const next = i + 1 < to ? tokens.words[i + 1] : undefined;
  return (
    next !== undefined &&
    (next.tags & (Tag.ObjectPronoun | Tag.Article | Tag.Possessive)) !== 0 &&
    word.lower !== 'mum'
  );
}

/** "child protection", "child sexual exploitation", "victim blaming": a topic, not a person. */
export function isTopic(tokens: Tokens, i: number, to: number): boolean {
  // "no control over him", "out of control": not the control room.
  if (
    (tokens.words[i] as Word).lower === 'control' &&
    /^(no|parental|any|of|in|under|lost|lose|loses|losing|beyond|little|some|more|self|impulse|birth|crowd|damage)$/.test(
      tokens.words[i - 1]?.lower ?? '',
    )
  )
    return true;
  return (
    /^(child|victim|youth)$/.test((tokens.words[i] as Word).lower) &&
    i + 1 < to &&
    /^(protection|exploitation|abuse|sexual|criminal|services|benefit|welfare|safeguarding|neglect|trafficking|blaming|justice|pornography|porn|sex|labour|marriage|employment)$/.test(
      (tokens.words[i + 1] as Word).lower,
    )
  );
}

const VERB_OR_NOUN = new Set(
  'contact contacts report reports force forces court courts head heads control controls group groups review reviews plan plans man officer police staff bus partner partners suspect suspects host match mate ex user head manager coach mentor nurse doctor minor ip log site view place'.split(
    ' ',
  ),
);

/** The noun phrase whose first noun for a person stands at `head`. */
export function readNoun(
  tokens: Tokens,
  start: number,
  head: number,
  to: number,
  nounRole: Role,
  nounGender: Gender | undefined,
  plural: boolean,
  lexicon: PersonLexicon,
): Mention | undefined {
  // Compound nouns: the last noun of the run is the head ("care home staff", "youth worker").
  let h = head;
  let role = nounRole;
  let gender = nounGender;
  let isPlural = plural;
  for (let k = head + 1; k < to; k++) {
    const word = tokens.words[k] as Word;
    if (word.kind === WordKind.Joiner) continue;
    if (word.kind !== WordKind.Word || word.shape !== Shape.Lower) break;
    const noun = lexicon.noun(word.lower);
    if (
      !noun ||
      word.tags & (Tag.SubjectPronoun | Tag.ObjectPronoun | Tag.Auxiliary) ||
      isVerbUse(tokens, k, to)
    )
      break;
    // "the child courts danger": a verb, not a compound.
    if (
      VERB_OR_NOUN.has(word.lower) &&
      word.lower.endsWith('s') &&
      role !== 'organisation' &&
      role !== 'professional'
    )
      break;
    h = k;
    role = noun.role;
    gender = noun.gender ?? gender;
    isPlural = noun.plural;
  }
  const lower = (tokens.words[h] as Word).lower;
  const lemma = lexicon.noun(lower)?.lemma ?? lower;
  const modifiers: string[] = [];
  for (let k = start; k < h; k++) {
    const word = tokens.words[k] as Word;
    if (word.kind === WordKind.Word || word.kind === WordKind.Number) modifiers.push(word.lower);
  }
  const qualified = lexicon.qualified.get(lemma) ?? lexicon.qualified.get(lower);
  if (qualified && modifiers.some((m) => qualified.has(m))) role = 'child';
  else if (qualified && role === 'child') role = 'unknown';

  let age: number | undefined;
  let end = h + 1;
  const inside = readAge(tokens, start, h);
  if (inside) age = inside.years;
  else for (let k = start; k < h && age === undefined; k++) age = readAge(tokens, k, h)?.years;
  const after = readAge(tokens, end, to);
  if (after && age === undefined) {
    age = after.years;
    end = after.to;
  }

  // "Neither sister", "both brothers": the children of the review, not a relative of one.
  if (
    /^(sister|brother|sibling)$/.test(lemma) &&
    modifiers.some((m) => /^(neither|both|two|three)$/.test(m)) &&
    !modifiers.some((m) => /^(his|her|their|older|elder|younger)$/.test(m))
  )
    role = 'child';
  const older = modifiers.some((m) => OLDER.has(m));
  // Lads in the plural are company, not the boy of the review; a female without more is the girl, as a male without more is not.
  if (lemma === 'lad' && isPlural && !modifiers.some((m) => /^(both|neither|two|three)$/.test(m)))
    role = 'unknown';
  if (lemma === 'female' && !older && (age ?? 0) < 18) role = 'child';
  if (role === 'child' && older && lemma !== 'victim' && !modifiers.includes('known'))
    role = gender === undefined && lemma === 'child' ? role : 'unknown';
  if (role === 'suspect' && gender === 'male' && modifiers.some((m) => YOUNG.has(m)) && !older)
    role = 'child';
  if (age !== undefined) {
    if (
      age < 18 &&
      (role === 'unknown' || (role === 'suspect' && (lemma === 'male' || lemma === 'boyfriend')))
    )
      role = lemma === 'boyfriend' ? 'unknown' : 'child';
    if (age >= 18 && (role === 'child' || role === 'unknown'))
      role =
        role === 'child' && (lemma === 'victim' || lemma === 'complainant' || lemma === 'person')
          ? 'adult'
          : 'suspect';
  }
  if (role === 'child') role = genericOr(role, modifiers, lower, isPlural);
  const possessive =
    tokens.words[end]?.kind === WordKind.Clitic &&
    tokens.words[end]?.lower === "'s" &&
    ownsAfterClitic(tokens, end, to);
  return {
    from: wholeGroup(tokens, start),
    to: possessive ? end + 1 : end,
    head: h,
    kind: 'noun',
    role,
    gender,
    plural: isPlural,
    possessive,
    grammaticalCase: 'either',
    name: undefined,
    age,
  };
}
/** "one of the males", "a number of older men": the group's members, one mention. */
function wholeGroup(tokens: Tokens, start: number): number {
  if (tokens.words[start - 1]?.lower !== 'of') return start;
  const count = tokens.words[start - 2];
  if (
    !count ||
    (!(count.tags & Tag.Quantifier) &&
      !/^(one|number|group|couple|lot|pair|bunch|handful|none|any|neither|either|both|each|half)$/.test(
        count.lower,
      ))
  )
    return start;
  return tokens.words[start - 3]?.lower === 'a' ? start - 3 : start - 2;
}

/** Children in general ("children", "exploited girls", "no child") are not the child of the review. */
function genericOr(role: Role, modifiers: readonly string[], lower: string, plural: boolean): Role {
  const definite = modifiers.some((m) => /^(the|this|that|these|those|both|two|three|his|her|our)$/.test(m));
  if (plural) {
    if (definite) return role;
    const qualifiedGeneric = modifiers.some((m) => GENERIC_MODIFIERS.has(m));
    if (PLURAL_CHILDREN.has(lower) || lower === 'people') return 'generic';
    return qualifiedGeneric ? 'generic' : role;
  }
  return modifiers.some((m) => /^(no|any|every|each|a)$/.test(m)) &&
    (lower === 'child' || lower === 'victim' || lower === 'person' || lower === 'teenager') &&
    !modifiers.some((m) => /\d/.test(m))
    ? 'generic'
    : role;
}
