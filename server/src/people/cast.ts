import { Tag } from '../text/lexicon.ts';
import type { Tokens } from '../text/tokens.ts';
import { Shape, type Word, WordKind } from '../text/word.ts';
import { readAge } from './ages.ts';
import type { PersonLexicon } from './lexicon.ts';
/** One observation about a name, made where it stands. */
import {
  ACRONYMS,
  CALENDAR,
  COLLECTIVE,
  isCapitalsProse,
  isPlaceName,
  looksLikeName,
  TITLES_ADULT,
  TITLES_PRO,
} from './nameShape.ts';
import type { Gender, Role } from './role.ts';

export interface NameEvidence {
  /** Lower case. */
  readonly name: string;
  /** What the words beside it say, or undefined for a bare occurrence. */
  readonly role: Role | undefined;
  readonly age: number | undefined;
  readonly gender: Gender | undefined;
  readonly shape: Shape;
  /** The surname or forename beside it, lower case. */
  readonly partner: string | undefined;
  /** A forename, by the list of forenames. */
  readonly forename: boolean;
}

/** Facts about people that one paragraph gives; joined over the document into a {@link Cast}. */
export interface PeopleFacts {
  readonly names: readonly NameEvidence[];
  /** Counts of she/her and he/him/his. */
  readonly feminine: number;
  readonly masculine: number;
  /** How often "him" is somebody whom the child is with or meets, by the words before it. */
  readonly besides: number;
  /** "She is 34": the age that a pronoun is given outright. */
  readonly ages: { readonly female: number | undefined; readonly male: number | undefined };
  /** A noun says outright what the child is: girl, boy, son, daughter, F15. */
  readonly childGender: Gender | undefined;
}

const ADULT_AGE = 18;

/** Everyone a document names, and what it tells of the child. */
export interface Cast {
  roleOf(name: string): Role | undefined;
  ageOf(name: string): number | undefined;
  genderOf(name: string): Gender | undefined;
  readonly childGender: Gender | undefined;
  /** The age that "she" or "he" is given outright, where the text gives one. */
  ageOfPronoun(gender: Gender): number | undefined;
  /** The document uses both she and he, so one of them is not the child. */
  readonly bothGenders: boolean;
  /** Every name it knows, lower case. */
  readonly names: Iterable<string>;
  /** Two casts with the same fingerprint read every sentence alike. */
  readonly fingerprint: string;
}

/**
 * Reads what a paragraph says about people: names with their roles and ages, and which pronouns it uses.
 * @param label the field label the paragraph belongs to, lower case, or undefined
 * @param labelEnd UTF-16 offset in the paragraph where its value begins
 */
export function readPeople(
  tokens: Tokens,
  lexicon: PersonLexicon,
  label: string | undefined,
  labelEnd = 0,
): PeopleFacts {
  const names: NameEvidence[] = [];
  let feminine = 0;
  let masculine = 0;
  let besides = 0;
  const ages: { female: number | undefined; male: number | undefined } = {
    female: undefined,
    male: undefined,
  };
  let childGender: Gender | undefined;
  const capitals = isCapitalsProse(tokens, 0, tokens.length);
  const first = firstWord(tokens, labelEnd);
  const fieldRole = label === undefined ? undefined : roleOfLabel(label);
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens.words[i] as Word;
    if (word.kind !== WordKind.Word || (tokens.starts[i] as number) < labelEnd) continue;
    switch (word.lower) {
      case 'him':
        masculine++;
        // "with him": somebody other than the one the sentence is about.
        if (/^(with|by|meet|meeting|met|see|seeing|visit|visiting)$/.test(tokens.words[i - 1]?.lower ?? ''))
          besides++;
        continue;
      case 'she':
      case 'her':
      case 'herself':
      case 'shes':
        feminine++;
        if (word.lower === 'she') ages.female = youngest(ages.female, predicateAge(tokens, i));
        continue;
      case 'he':
      case 'his':
      case 'himself':
      case 'hes':
        masculine++;
        if (word.lower === 'he') ages.male = youngest(ages.male, predicateAge(tokens, i));
        continue;
    }
    const noun = word.shape === Shape.Upper && !capitals ? undefined : lexicon.noun(word.lower);
    if (
      noun?.role === 'child' &&
      noun.gender &&
      !noun.plural &&
      !/^(his|her|their|the suspect)/.test(tokens.words[i - 1]?.lower ?? '')
    )
      childGender ??= noun.gender;
    if (/^f\d{2}$/.test(word.lower)) childGender ??= 'female';
    else if (/^m\d{2}$/.test(word.lower) && Number(word.lower.slice(1)) < 18) childGender ??= 'male';
    if (!looksLikeName(tokens, i, 0, lexicon, capitals) || isPlaceName(tokens, i, tokens.length, lexicon))
      continue;
    const evidence = readName(tokens, i, lexicon, i === first ? fieldRole : undefined);
    names.push(...evidence.found);
    i = evidence.last;
  }
  return { names, feminine, masculine, besides, ages, childGender };
}

/** "She is now 20. She was 14 then": the child she was. */
function youngest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

/** The age in "she is 34", "he is now aged 51,": nothing but the end of the clause may follow. */
function predicateAge(tokens: Tokens, i: number): number | undefined {
  if (!/^(is|was|'s)$/.test(tokens.words[i + 1]?.lower ?? '')) return undefined;
  let k = i + 2;
  while (/^(aged|now|only|just|actually|about|around)$/.test(tokens.words[k]?.lower ?? '')) k++;
  const number = tokens.words[k];
  if (number?.kind !== WordKind.Number || !/^\d{2}$/.test(number.lower)) return undefined;
  const next = tokens.words[k + 1];
  const ends =
    next === undefined ||
    next.kind === WordKind.Stop ||
    next.kind === WordKind.Comma ||
    next.kind === WordKind.Close ||
    next.kind === WordKind.Clause ||
    /^(and|but|so|years|yrs|yo|today|now|then)$/.test(next.lower);
  return ends ? Number(number.lower) : undefined;
}

/** What a field's label says about the name that is its value. */
function roleOfLabel(label: string): Role | undefined {
  if (/suspect|offender|perpetrator|person of concern|\bpoc\b|nominal|boyfriend/.test(label))
    return 'suspect';
  if (/child|misper|missing person|subject|young person|\byp\b|\bvictim\b|\bip\b|^name|\bmp\b/.test(label))
    return 'child';
  if (/officer|oic|^supervisor$|reviewe[dr]|reviewing|author|completed|worker|\bsw\b/.test(label))
    return 'professional';
  if (/mum|mother|parent|carer|informant|reported by|caller|father|dad/.test(label)) return 'parent';
  return undefined;
}

function readName(
  tokens: Tokens,
  i: number,
  lexicon: PersonLexicon,
  fieldRole: Role | undefined,
): { found: NameEvidence[]; last: number } {
  const first = tokens.words[i] as Word;
  let last = i;
  const second = tokens.words[i + 1];
  if (
    second &&
    second.kind === WordKind.Word &&
    second.shape !== Shape.Lower &&
    second.tags === 0 &&
    !ACRONYMS.has(second.lower) &&
    !CALENDAR.has(second.lower) &&
    !lexicon.noun(second.lower)
  )
    last = i + 1;

  let role: Role | undefined;
  let gender: Gender | undefined;
  let age: number | undefined;
  const before = tokens.words[i - 1];
  if (before) {
    if (TITLES_PRO.has(before.lower)) role = 'professional';
    else if (TITLES_ADULT.has(before.lower)) role = 'adult';
    else {
      const skip =
        before.kind === WordKind.Open || before.kind === WordKind.Comma || before.kind === WordKind.Clause
          ? 2
          : 1;
      const noun = lexicon.noun(tokens.words[i - skip]?.lower ?? '');
      if (
        noun &&
        !noun.plural &&
        noun.role !== 'organisation' &&
        !COLLECTIVE.test(tokens.words[i - skip]?.lower ?? '') &&
        (skip === 1 || before.kind === WordKind.Open)
      ) {
        role = noun.role;
        gender = noun.gender;
      }
    }
  }
  // "PS 4417 Hallam"
  if (before?.kind === WordKind.Number && TITLES_PRO.has(tokens.words[i - 2]?.lower ?? ''))
    role = 'professional';
  const reading = readAge(tokens, last + 1, Math.min(tokens.length, last + 8));
  if (reading) age = reading.years;
  // "Jo Penn (keyworker)", "Kane, her cousin", "Kelly, mum"
  if (role === undefined) {
    const punctuation = tokens.words[last + 1]?.kind;
    if (punctuation === WordKind.Open || punctuation === WordKind.Comma) {
      const opensHere = punctuation === WordKind.Open;
      for (let k = last + 2; k < Math.min(last + (opensHere ? 5 : 4), tokens.length); k++) {
        const word = tokens.words[k] as Word;
        if (word.kind !== WordKind.Word) break;
        const noun = lexicon.noun(word.lower);
        if (noun && !noun.plural) {
          const closer = tokens.words[k + 1]?.kind;
          if (
            closer === undefined ||
            closer === WordKind.Close ||
            closer === WordKind.Comma ||
            closer === WordKind.Stop
          ) {
            role = noun.role;
            gender = noun.gender;
          }
          break;
        }
        if (!(word.tags & Tag.Determiner) && !opensHere) break;
      }
    }
  }
  role ??= fieldRole;
  if (age !== undefined) {
    if (age < 18 && (role === undefined || role === 'unknown' || role === 'suspect' || role === 'adult'))
      role = role === 'suspect' ? 'suspect' : 'child';
    else if (age >= 18 && (role === 'child' || role === undefined || role === 'unknown'))
      role = role === 'child' ? 'adult' : 'suspect';
  }
  const found: NameEvidence[] = [];
  const add = (word: Word, partner: Word | undefined): void => {
    found.push({
      name: word.lower,
      role,
      age,
      gender,
      shape: word.shape,
      partner: partner?.lower,
      forename: lexicon.isForename(word.lower),
    });
  };
  add(first, last > i ? tokens.words[last] : undefined);
  if (last > i) add(tokens.words[last] as Word, first);
  return { found, last };
}

/** The first word of a field's value. */
function firstWord(tokens: Tokens, labelEnd: number): number {
  let i = 0;
  while (
    i < tokens.length &&
    (tokens.words[i]?.kind !== WordKind.Word || (tokens.starts[i] as number) < labelEnd)
  )
    i++;
  return i;
}

interface Known {
  role: Role | undefined;
  age: number | undefined;
  gender: Gender | undefined;
  bare: number;
  upper: boolean;
  /** Written with a capital only, somewhere. */
  capital: boolean;
  partner: string | undefined;
  forename: boolean;
  order: number;
}

/** Joins what every paragraph says into the cast of the document. */
export function castOf(facts: readonly PeopleFacts[]): Cast {
  const known = new Map<string, Known>();
  let feminine = 0;
  let masculine = 0;
  let besides = 0;
  let female: number | undefined;
  let male: number | undefined;
  let childGender: Gender | undefined;
  for (const fact of facts) {
    feminine += fact.feminine;
    masculine += fact.masculine;
    besides += fact.besides;
    female = youngest(female, fact.ages.female);
    male = youngest(male, fact.ages.male);
    childGender ??= fact.childGender;
    for (const e of fact.names) {
      let k = known.get(e.name);
      if (!k) {
        k = {
          role: undefined,
          age: undefined,
          gender: undefined,
          bare: 0,
          upper: false,
          capital: false,
          partner: undefined,
          forename: e.forename,
          order: known.size,
        };
        known.set(e.name, k);
      }
      k.role ??= e.role;
      k.age ??= e.age;
      k.gender ??= e.gender;
      k.partner ??= e.partner;
      k.bare++;
      if (e.shape === Shape.Upper) k.upper = true;
      else k.capital = true;
    }
  }
  settle(known);
  // "He is 15 and she is 34": the one under age is the child.
  const girl = female !== undefined && female < ADULT_AGE;
  const boy = male !== undefined && male < ADULT_AGE;
  if (childGender === undefined && girl !== boy) childGender = girl ? 'female' : 'male';
  if (childGender === undefined && feminine > 0 !== masculine > besides)
    childGender = feminine > 0 ? 'female' : 'male';
  // Both are used and nothing says which is the child: in these cases the person causing harm is most often he.
  const bothGenders = feminine > 0 && masculine > 0;
  if (childGender === undefined && bothGenders) childGender = 'female';
  const fingerprint = [...known]
    .map(([name, k]) => `${name}=${k.role}${k.age ?? ''}`)
    .sort()
    .join(',');
  return {
    names: [...known.keys()],
    roleOf: (name) => known.get(name)?.role,
    ageOf: (name) => known.get(name)?.age,
    genderOf: (name) => known.get(name)?.gender,
    ageOfPronoun: (gender) => (gender === 'female' ? female : male),
    childGender,
    bothGenders,
    fingerprint: `${fingerprint}|${childGender ?? ''}|${bothGenders}|${female ?? ''}|${male ?? ''}`,
  };
}

/** Gives every name that nothing explains the likeliest part. */
function settle(known: Map<string, Known>): void {
  // A surname shares the role of its forename, and the other way round.
  for (const [, k] of known) {
    const partner = k.partner === undefined ? undefined : known.get(k.partner);
    if (!partner) continue;
    if (k.role === undefined && partner.role !== undefined) k.role = partner.role;
    if (partner.role === undefined && k.role !== undefined) partner.role = k.role;
    k.age ??= partner.age;
  }
  let hasChild = [...known.values()].some((k) => k.role === 'child');
  const open = [...known.values()]
    .filter((k) => k.role === undefined)
    .sort((a, b) => b.bare - a.bare || a.order - b.order);
  for (const k of open) {
    const partner = k.partner === undefined ? undefined : known.get(k.partner);
    // Police write nominals in capitals; a forename in lower case before it is the child's full name.
    if (k.upper && !k.capital && (!partner || (partner.upper && !partner.capital))) k.role = 'suspect';
  }
  for (const k of open) {
    if (k.role !== undefined) continue;
    if (!hasChild) {
      k.role = 'child';
      hasChild = true;
      const partner = k.partner === undefined ? undefined : known.get(k.partner);
      if (partner && partner.role === undefined) partner.role = 'child';
    } else k.role = 'unknown';
  }
}

/** Names of which two casts say different things; undefined when they differ in what they say of the child, which may touch every sentence. */
export function changedNames(before: Cast, after: Cast): ReadonlySet<string> | undefined {
  if (
    before.childGender !== after.childGender ||
    before.bothGenders !== after.bothGenders ||
    before.ageOfPronoun('female') !== after.ageOfPronoun('female') ||
    before.ageOfPronoun('male') !== after.ageOfPronoun('male')
  )
    return undefined;
  const changed = new Set<string>();
  for (const name of [...before.names, ...after.names]) {
    if (
      before.roleOf(name) !== after.roleOf(name) ||
      before.ageOf(name) !== after.ageOf(name) ||
      before.genderOf(name) !== after.genderOf(name)
    )
      changed.add(name);
  }
  return changed;
}
