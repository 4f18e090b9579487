import type { Cast } from './cast.ts';

/** Ages that the document gives to a child by name, else by pronoun. */
export function agesOfChild(cast: Cast): number[] {
  const named = [...cast.names].flatMap((name) => {
    const age = cast.roleOf(name) === 'child' ? cast.ageOf(name) : undefined;
    return age === undefined ? [] : [age];
  });
  if (named.length > 0) return named;
  const age = cast.childGender && cast.ageOfPronoun(cast.childGender);
  return age === undefined || age >= 18 ? [] : [age];
}
