import type { Turn } from './turned.ts';

/** Slots that look at more than one word, or at who is meant. */
export type SlotName =
  | 'SELF'
  | 'POSS'
  | 'CHILD'
  | 'OFFENDER'
  | 'NAMED-OFFENDER'
  | 'PERSON'
  | 'VERB'
  | 'ING'
  | 'NUMBER'
  | 'AGE'
  | 'WORD'
  | 'QUOTE';

/** The names of all slots. */
export const SLOTS: ReadonlySet<string> = new Set<SlotName>([
  'SELF',
  'POSS',
  'CHILD',
  'OFFENDER',
  'NAMED-OFFENDER',
  'PERSON',
  'VERB',
  'ING',
  'NUMBER',
  'AGE',
  'WORD',
  'QUOTE',
]);

/** What an instruction does. */
export enum Op {
  Symbol = 0,
  Class = 1,
  Slot = 2,
  Split = 3,
  Jump = 4,
  Any = 5,
  Not = 6,
  Head = 7,
  SpanStart = 8,
  SpanEnd = 9,
  CaptureStart = 10,
  CaptureEnd = 11,
  Match = 12,
  Break = 13,
}

/** One step of a program. */
export type Instruction =
  | {
      readonly op: Op.Symbol;
      readonly symbol: number;
      /** be or have: never the 's of a possessive. */
      readonly auxiliary: boolean;
      /** The word itself denies. */
      readonly negative: boolean;
      /** The head "be", which log English leaves out: "YP besotted with him". */
      readonly elliptic: boolean;
    }
  | { readonly op: Op.Class; readonly wordClass: WordClass }
  | { readonly op: Op.Slot; readonly slot: SlotName }
  | { readonly op: Op.Split; readonly first: number; readonly second: number }
  | { readonly op: Op.Jump; readonly to: number }
  | {
      readonly op: Op.Any;
      /** It may be a comma, dash or slash as well, and may begin a new clause; a colon ends it, as what stands before may be a label. */
      readonly wide: boolean;
    }
  | { readonly op: Op.Break }
  | { readonly op: Op.Not; readonly program: Program }
  | { readonly op: Op.Head | Op.SpanStart | Op.SpanEnd | Op.Match }
  | { readonly op: Op.CaptureStart | Op.CaptureEnd; readonly name: string };

/** A compiled pattern: a small machine whose work per position is bounded by its length. */
export interface Program {
  readonly source: string;
  readonly code: readonly Instruction[];
  /** Some token of every match carries one of these symbols; empty when the pattern has no rare word to look for. */
  readonly anchors: readonly number[];
  /** Further sets of symbols of which a sentence must hold one each, the rarest first; cheap to test before looking closely. */
  readonly required: readonly (readonly number[])[];
  /** The same sets, the anchors too, in the order in which their words stand in a match; without those that a negation elsewhere may stand for. */
  readonly path: readonly (readonly number[])[];
  /** What the first word of a match can be. */
  readonly first: FirstWords;
  /** Names under which the pattern captures words. */
  readonly captures: readonly string[];
  /** It speaks of a reflexive: herself. */
  readonly hasSelf: boolean;
  /** It speaks of a possessive: her. */
  readonly hasPoss: boolean;
  /** Made from a pattern by changing its order; undefined for a pattern as it was written. */
  readonly turn: Turn | undefined;
}

/** The symbols and slots a match can start with. */
export interface FirstWords {
  readonly symbols: readonly number[];
  readonly slots: readonly SlotName[];
  /** A match can start with any word. */
  readonly any: boolean;
  /** A match can start with a negation. */
  readonly negative: boolean;
}

/** A word class: single words are a symbol on the token, phrases are programs of their own. */
export interface WordClass {
  readonly name: string;
  readonly symbol: number;
  /** Carried by a word of each phrase, so that the class can be an anchor. */
  readonly phraseSymbol: number;
  readonly phrases: Program[];
  /** It is, or holds, the negations. */
  readonly negative: boolean;
  /** Carried by every word a member can start with. */
  readonly firstSymbol: number;
  /** Slots a member can start with. */
  readonly firstSlots: Set<SlotName>;
  /** A member can start with any word. */
  startsAnywhere: boolean;
  /** A member that is a phrase holds a negation. */
  mayDeny: boolean;
  /** A member is a bare slot: no word of the class is certain to stand in a match. */
  open: boolean;
  /** How often one of its words, or the rarest word of one of its phrases, is to be expected, per 10,000 words. */
  weight: number;
}

/** Words that deny, whatever their form. */
export const NEGATIVE = /^(not|never|no|nobody|nothing|without|nil|neg|zero|cannot|cant|neither|nor|none)$/;
