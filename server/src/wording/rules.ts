import type { Severity } from '../finding.ts';
import type { RuleInfo } from '../rulebook/rulebook.ts';
import type { Program, WordClass } from './pattern/program.ts';

export type GuardName =
  | 'quotation'
  | 'reported'
  | 'language'
  | 'negation'
  | 'label'
  | 'statute'
  | 'subject'
  | 'general'
  | 'adult'
  | 'influence'
  | 'question';

/** Whose conduct or condition the words must be about; `anyone`: whoever they are about. */
export type SubjectKind = 'child' | 'parent' | 'suspect' | 'anyone';

export interface RewriteTemplate {
  readonly class: 'A' | 'C';
  readonly text: string;
}

/** Patterns that share their rewrites. */
export interface CompiledShape {
  readonly programs: readonly Program[];
  /** The same in other orders, made by the compiler; without rewrites. */
  readonly turned: readonly Program[];
  readonly unless: readonly Program[];
  readonly needs: readonly Program[];
  readonly rewrites: readonly RewriteTemplate[];
  /** Names that any of the patterns captures words under. */
  readonly captures: ReadonlySet<string>;
  readonly severity: Severity;
  /** Patterns that make the shape silent from this sentence, the one before or the one after: the basis of a conclusion. */
  readonly unlessNearby: readonly Program[];
  /** Patterns of which one must stand in this sentence or a neighbour. */
  readonly needsNearby: readonly Program[];
  readonly subject: SubjectKind;
}

export interface CompiledRule {
  readonly info: RuleInfo;
  /** The question with the child's pronouns as slots: `{she}`. */
  readonly question: string;
  readonly shapes: readonly CompiledShape[];
  readonly guardsOff: ReadonlySet<GuardName>;
  /** Less certain by nature: one step softer, never a rewrite. */
  readonly tentative: boolean;
  /** Severity depends on the ages of those involved. */
  readonly ageAware: boolean;
  /** A generalising frame yields to a table row on the same words. */
  readonly isFrame: boolean;
}

/** Word classes that the guards themselves use. */
export interface GrammarClasses {
  readonly edit: Program;
  readonly wordingNoun: Program;
  readonly adopt: Program;
  readonly reject: Program;
  /** What a writer says who does not share what was said. */
  readonly setAside: Program;
  /** What is said of words that tell nothing. */
  readonly saysNothing: Program;
  /** What a writer says who puts somebody else's words or decision right. */
  readonly takeBack: Program;
  /** What is said of a decision that should not have been made. */
  readonly judgedWrong: Program;
  readonly statute: Program;
  readonly reason: Program;
  readonly harmlessObject: WordClass;
}

/** One compiled pattern with where it belongs. */
export interface IndexedProgram {
  readonly rule: CompiledRule;
  readonly shape: CompiledShape;
  readonly program: Program;
  /** Place in the rulebook: earlier shapes win over later ones on equal words. */
  readonly order: number;
}

/** Rules indexed by the rare words of their patterns. Flat arrays of numbers: a sentence asks after hundreds of patterns, and each jump costs. */
export interface RuleIndex {
  readonly rules: readonly CompiledRule[];
  /** In the order of the rulebook. */
  readonly programs: readonly IndexedProgram[];
  /**
   * By symbol: the patterns of which it is a rarest word, in groups that need the same further set. A group is the number of the set
   * (-1: nothing else is needed), how many patterns it has, and their indices into `programs`.
   */
  readonly byAnchor: readonly (Int32Array | undefined)[];
  /** By pattern: the sets it needs besides that of its group. */
  readonly rest: readonly (readonly number[])[];
  /** Sets of symbols of which a sentence must hold one; set `n` is `members[setStarts[n]]` up to `members[setStarts[n + 1]]`. */
  readonly members: Int32Array;
  readonly setStarts: Int32Array;
  readonly grammar: GrammarClasses;
  /** Working space: the last sentence in which each symbol was seen. No meaning outlives a call. */
  readonly lastSeen: Int32Array;
  /** Working space too: the last sentence for which each pattern was considered, */
  readonly lastTried: Int32Array;
  /** and for which each set was looked for; negative where the sentence held none of it. */
  readonly lastAsked: Int32Array;
}
