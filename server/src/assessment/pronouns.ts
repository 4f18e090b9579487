import type { Gender } from '../people/role.ts';
import { aboutTheChild } from '../wording/question.ts';

const PRONOUNS: Readonly<Record<Gender, Readonly<Record<string, string>>>> = {
  female: { she: 'she', She: 'She', her: 'her', poss: 'her', self: 'herself' },
  male: { she: 'he', She: 'He', her: 'him', poss: 'his', self: 'himself' },
};

/** A question in the pronouns of this child; of "the child" where the text does not tell. */
export function ofChild(question: string, gender: Gender | undefined): string {
  if (gender === undefined) return aboutTheChild(question);
  return question.replace(
    /\{(she|She|her|poss|self)\}/g,
    (_, slot: string) => PRONOUNS[gender][slot] as string,
  );
}
