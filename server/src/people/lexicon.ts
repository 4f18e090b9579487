import { pluralOf } from '../text/verbs.ts';
import type { Gender, Role } from './role.ts';

/** What a noun says about a person. */
export interface PersonNoun {
  readonly role: Role;
  readonly gender?: Gender;
  readonly plural: boolean;
  readonly lemma: string;
}

/** Shape of rulebook/people.yaml. */
export interface PeopleSource {
  readonly qualified?: Readonly<Record<string, readonly string[]>>;
  readonly [role: string]: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Nouns and forenames by which a text names people. */
export interface PersonLexicon {
  noun(lower: string): PersonNoun | undefined;
  /** A noun of two words, written with a hyphen in people.yaml: "social care". */
  pair(first: string, second: string): PersonNoun | undefined;
  isForename(lower: string): boolean;
  /** An everyday word, which a capital at the start of a sentence does not make a name. */
  isCommonWord(lower: string): boolean;
  /** Nouns that name a child only after one of these words: person -> young, missing. */
  readonly qualified: ReadonlyMap<string, ReadonlySet<string>>;
}

const ROLES: readonly Role[] = [
  'organisation',
  'professional',
  'adult',
  'parent',
  'unknown',
  'suspect',
  'child',
];

/**
 * Builds the lexicon. Where a noun stands under two roles, the later of {@link ROLES} wins.
 * @param source the parsed people.yaml
 * @param forenames forenames, lower case
 * @param commonWords everyday words, lower case
 */
export function personLexicon(
  source: PeopleSource,
  forenames: ReadonlySet<string>,
  commonWords: ReadonlySet<string>,
): PersonLexicon {
  const nouns = new Map<string, PersonNoun>();
  const qualified = new Map<string, ReadonlySet<string>>();
  for (const [noun, words] of Object.entries(source.qualified ?? {})) qualified.set(noun, new Set(words));
  for (const role of ROLES) {
    for (const [gender, list] of Object.entries(source[role] ?? {})) {
      for (const lemma of list) {
        const known = gender === 'either' ? {} : { gender: gender as Gender };
        nouns.set(lemma, {
          role,
          plural: lemma === 'people' || lemma === 'others' || lemma === 'staff',
          lemma,
          ...known,
        });
        const plural = pluralOf(lemma);
        if (plural !== lemma && !nouns.has(plural))
          nouns.set(plural, { role, plural: true, lemma, ...known });
        else if (plural !== lemma && role !== 'organisation')
          nouns.set(plural, { role, plural: true, lemma, ...known });
      }
    }
  }
  const pairs = new Map<string, Map<string, PersonNoun>>();
  for (const [written, noun] of nouns) {
    const [first, second] = written.split('-');
    if (!first || !second) continue;
    const seconds = pairs.get(first) ?? new Map<string, PersonNoun>();
    pairs.set(first, seconds.set(second, noun));
  }
  return {
    pair: (first, second) => pairs.get(first)?.get(second),
    noun: (lower) => nouns.get(lower),
    isForename: (lower) => forenames.has(lower),
    isCommonWord: (lower) => commonWords.has(lower),
    qualified,
  };
}
