/** What is known of one surface form. Shared by every occurrence of it, so a text costs one map look-up per token. */

export enum WordKind {
  Word = 0,
  Number = 1,
  /** A hyphen inside a compound: risk-taking. */
  Joiner = 2,
  /** 's, 're, 've, 'll, 'd, 'm. */
  Clitic = 3,
  Comma = 4,
  /** A dash, a bracket, a slash: may enclose an insertion. */
  Dash = 5,
  Open = 6,
  Close = 7,
  /** Ends a clause: semicolon, colon. */
  Clause = 8,
  /** May end a sentence: full stop, question or exclamation mark, ellipsis. */
  Stop = 9,
  Quote = 10,
  /** Anything else: emoji, arrows, bullets, symbols. */
  Symbol = 11,
}

export enum Shape {
  Lower = 0,
  /** First letter capital: Ellie. */
  Capital = 1,
  /** All capitals, two letters or more: WEBB. */
  Upper = 2,
}

export interface Word {
  readonly surface: string;
  /** Lower case, straight apostrophe, a typing slip put right. */
  readonly lower: string;
  readonly kind: WordKind;
  readonly shape: Shape;
  /** Closed classes, bits of `Tag`. */
  readonly tags: number;
  /** A form of a word that is most often a verb. */
  readonly verb: boolean;
  /** Symbols of the pattern vocabulary this form can stand for: lemmas, exact forms, classes. Empty for most words. */
  readonly symbols: readonly number[];
  /** Those of the symbols by which rules are looked up. */
  readonly keys: readonly number[];
  /** The vocabulary form this is a slip for ("promiscous"), or undefined. */
  readonly corrected: string | undefined;
}

/** Looks up surface forms. Implemented by the rulebook's vocabulary; the text layer alone needs no more. */
export interface WordSource {
  word(surface: string, kind: WordKind): Word;
}
