import type { Gender, Role } from './role.ts';

/** A place in a sentence that names a person or body: "she", "Ellie's mum", "a man of 27". Token indices, `to` exclusive. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** The noun, name or pronoun itself. */
  readonly head: number;
  readonly kind: 'pronoun' | 'name' | 'noun';
  /** The role the words give; a pronoun's is found by resolution. */
  readonly role: Role | undefined;
  readonly gender: Gender | undefined;
  readonly plural: boolean;
  /** It owns what follows: "her", "Ellie's". */
  readonly possessive: boolean;
  /** Pronouns: only the subject form ("she"), only the object form ("him"), or either. */
  readonly grammaticalCase: 'subject' | 'object' | 'either';
  /** Lower-case name, for names. */
  readonly name: string | undefined;
  /** Years, where stated beside the mention. */
  readonly age: number | undefined;
}
