import { agree } from './rewrites/agreement.ts';

/** A question as it reads where no text gives the child's pronoun: on a rule's page, or about content that is absent. */
export function aboutTheChild(text: string): string {
  return agree(
    text
      .replaceAll('{she}', 'the child')
      .replaceAll('{She}', 'The child')
      .replaceAll('{her}', 'the child')
      .replaceAll('{poss}', "the child's")
      .replaceAll('{self}', 'themself'),
  );
}
