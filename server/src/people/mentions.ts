import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { isIrregularPast } from '../text/verbs.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import { readAge } from './ages.ts';
import { type Cast, COLLECTIVE, isCapitalsProse, isPlaceName, looksLikeName } from './cast.ts';
import type { PersonLexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Gender, Role } from './role.ts';

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

/**
 * Finds the mentions of people in one sentence, left to right: pronouns, names of the cast, noun phrases headed by a noun for a person.
 * "Ellie's mum" is a mention of mum that holds a possessive mention of Ellie.
 */
export function findMentions(
  tokens: Tokens,
  from: number,
  to: number,
  cast: Cast,
  lexicon: PersonLexicon,
): Mention[] {
  const mentions: Mention[] = [];
  const capitals = isCapitalsProse(tokens, from, to);
  let phraseStart = -1;
  for (let i = from; i < to; i++) {
    const word = tokens.words[i] as Word;
    if (
      word.kind === WordKind.Number ||
      (tokens.words[i + 1]?.kind === WordKind.Joiner && tokens.words[i + 2]?.lower === 'year')
    ) {
      const aged = readAgedPerson(tokens, phraseStart < 0 ? i : phraseStart, i, to, lexicon);
      if (aged) {
        mentions.push(aged);
        i = aged.to - 1;
        phraseStart = -1;
        continue;
      }
      phraseStart = phraseStart < 0 ? i : phraseStart;
      if (word.kind === WordKind.Number) continue;
    }
    if (word.kind === WordKind.Joiner) continue;
    if (word.kind !== WordKind.Word) {
      phraseStart = -1;
      continue;
    }
    const lower = word.lower;
    const pronoun = readPronoun(tokens, i, to, capitals);
    if (pronoun) {
      mentions.push(pronoun);
      phraseStart = pronoun.possessive ? i : -1;
      continue;
    }
    const name = readNameMention(tokens, i, from, to, cast, lexicon, capitals);
    if (name) {
      mentions.push(name);
      phraseStart = name.possessive ? (phraseStart < 0 ? i : phraseStart) : -1;
      i = name.to - 1;
      continue;
    }
    const pair = i + 1 < to ? lexicon.pair(lower, (tokens.words[i + 1] as Word).lower) : undefined;
    const two =
      pair &&
      readNoun(
        tokens,
        phraseStart < 0 ? i : phraseStart,
        i + 1,
        to,
        pair.role,
        pair.gender,
        pair.plural,
        lexicon,
      );
    if (two) {
      mentions.push(two);
      phraseStart = two.possessive ? i : -1;
      i = two.to - 1;
      continue;
    }
    const noun =
      word.shape === Shape.Upper && !capitals && lower.length > 2 && !lexicon.noun(lower)
        ? undefined
        : lexicon.noun(lower);
    if (noun && !isVerbUse(tokens, i, to)) {
      const start = phraseStart < 0 ? i : phraseStart;
      const mention = readNoun(tokens, start, i, to, noun.role, noun.gender, noun.plural, lexicon);
      if (mention) {
        const titled = withName(tokens, mention, to, cast, capitals);
        if (titled) {
          mentions.push(titled);
          i = titled.to - 1;
          phraseStart = titled.possessive ? start : -1;
          continue;
        }
        mentions.push(mention);
        i = Math.max(i, mention.head);
        phraseStart = mention.possessive ? start : -1;
        if (mention.possessive) i = mention.to - 1;
        continue;
      }
    }
    if (word.tags & (Tag.Determiner | Tag.Quantifier)) phraseStart = i;
    else if (
      word.tags &
      (Tag.Preposition | Tag.Conjunction | Tag.Subordinator | Tag.Auxiliary | Tag.Modal | Tag.Relative)
    )
      phraseStart = -1;
    else if (
      phraseStart < 0 &&
      (word.tags === 0 || /^(known|alleged|suspected|used|like-minded)$/.test(lower))
    )
      phraseStart = i;
  }
  return mentions;
}

/** "a 25 year old" without a noun. */
function readAgedPerson(
  tokens: Tokens,
  start: number,
  i: number,
  to: number,
  lexicon: PersonLexicon,
): Mention | undefined {
  const reading = readAge(tokens, i, to);
  if (!reading || !/^(old|yo|y\/o|f|m)$/.test((tokens.words[reading.to - 1] as Word).lower)) return undefined;
  const next = reading.to < to ? (tokens.words[reading.to] as Word) : undefined;
  const sexed = /^[fm]$/.test((tokens.words[reading.to - 1] as Word).lower);
  if (
    !sexed &&
    (next?.kind === WordKind.Joiner ||
      (next?.kind === WordKind.Word &&
        next.tags === 0 &&
        (lexicon.noun(next.lower) !== undefined || !/(s|ed)$/.test(next.lower))))
  )
    return undefined;
  return {
    from: start,
    to: reading.to,
    head: reading.to - 1,
    kind: 'noun',
    role: reading.years < 18 ? 'child' : 'suspect',
    gender: undefined,
    plural: false,
    possessive: false,
    grammaticalCase: 'either',
    name: undefined,
    age: reading.years,
  };
}

function readPronoun(tokens: Tokens, i: number, to: number, capitals: boolean): Mention | undefined {
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

/** "her" before a noun or adjective owns it; before a preposition, an article or the end it is an object. */
function ownsNext(tokens: Tokens, i: number, to: number): boolean {
  let k = i + 1;
  while (k < to && (tokens.words[k]?.kind === WordKind.Quote || (tokens.words[k]?.tags ?? 0) === Tag.Adverb))
    k++;
  const next = k < to ? (tokens.words[k] as Word) : undefined;
  if (!next) return false;
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
  if (
    /^(go|come|leave|stay|put|drink|take|back|home|away|alone|out|up|down|feel|think|believe|do|have|meet|because|safe|that)$/.test(
      next.lower,
    )
  )
    return tokens.words[i]?.lower === 'his';
  return true;
}

function readNameMention(
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
    i === from &&
    word.shape === Shape.Capital &&
    word.tags === 0 &&
    !lexicon.noun(word.lower) &&
    followsLikeName(tokens, i, to, lexicon);
  if (!known && !sentenceInitialName && !looksLikeName(tokens, i, from, lexicon, capitals)) return undefined;
  if (isPlaceName(tokens, i, to)) return undefined;
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
  return (
    (next.symbols.length > 0 || next.tags !== 0) &&
    (/(s|ed)$/.test(next.lower) || isIrregularPast(next.lower))
  );
}

/** 's before a noun is a possessive; before a participle, an article or an adverb it is "is" or "has". */
function ownsAfterClitic(tokens: Tokens, clitic: number, to: number): boolean {
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
function isVerbUse(tokens: Tokens, i: number, to: number): boolean {
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

const VERB_OR_NOUN = new Set(
  'contact contacts report reports force forces court courts head heads control controls group groups review reviews plan plans man officer police staff bus partner partners host match mate ex user head manager coach mentor nurse doctor minor ip log site view place'.split(
    ' ',
  ),
);

function readNoun(
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

  const older = modifiers.some((m) => OLDER.has(m));
  // Lads in the plural are company, not the boy of the review; a female without more is the girl, as a male without more is not.
  if (lemma === 'lad' && isPlural) role = 'unknown';
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

/** "her boyfriend WEBB": the label and the person are two things. */
const ROMANCE = /^(boyfriend|girlfriend|partner|bf|gf|ex|fella)$/;

/** "DC Bright", "misper Ellie", "the suspect WEBB": a noun and the name that follows are one mention, with the noun's role. */
function withName(
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

/** "one of the males", "a number of older men": the group's members, one mention. */
function wholeGroup(tokens: Tokens, start: number): number {
  if (tokens.words[start - 1]?.lower !== 'of') return start;
  const count = tokens.words[start - 2];
  if (
    !count ||
    (!(count.tags & Tag.Quantifier) &&
      !/^(one|number|group|couple|lot|pair|bunch|handful|none|any)$/.test(count.lower))
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
