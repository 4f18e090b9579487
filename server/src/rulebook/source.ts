import type { Severity } from '../finding.ts';
import type { PeopleSource } from '../people/lexicon.ts';
import type { GuardName, SubjectKind } from '../wording/rules.ts';

/** The rulebook as its authors write it: plain data, before compilation. See docs/writing-rules.md. */

export type RewriteSource = { readonly A: string } | { readonly C: string };

export interface ShapeSource {
  readonly patterns: readonly string[];
  readonly unless?: readonly string[];
  readonly needs?: readonly string[];
  readonly 'unless-nearby'?: readonly string[];
  readonly 'needs-nearby'?: readonly string[];
  readonly rewrites?: readonly RewriteSource[];
  readonly severity?: Severity;
  readonly subject?: SubjectKind;
}

export interface FixExample {
  readonly from: string;
  readonly to: string;
  /** Which rewrite, counted from 1. */
  readonly rewrite?: number;
}

export interface RuleSource extends ShapeSource {
  readonly id: string;
  readonly alias: string;
  readonly title: string;
  readonly severity: Severity;
  readonly certainty?: 'firm' | 'tentative';
  readonly subject?: SubjectKind;
  readonly 'age-aware'?: boolean;
  /** A matter of preference: asked about only by those who switched preferences on. */
  readonly preference?: boolean;
  readonly 'guards-off'?: readonly GuardName[];
  readonly shapes?: readonly ShapeSource[];
  readonly message: string;
  readonly why: string;
  readonly explain?: string;
  readonly sources: readonly string[];
  readonly catch?: readonly string[];
  readonly leave?: readonly string[];
  readonly fixes?: readonly FixExample[];
}

export interface PackSource {
  readonly category: string;
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly RuleSource[];
}

export interface SourceEntry {
  readonly title: string;
  readonly publisher?: string;
  readonly year?: string | number;
  readonly url?: string;
  readonly status?: string;
}

/** Everything a rulebook is compiled from. */
export interface RulebookSource {
  readonly packs: readonly PackSource[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly grammar: Readonly<Record<string, readonly string[]>>;
  readonly people: PeopleSource;
  readonly sources: Readonly<Record<string, SourceEntry>>;
  readonly forms: readonly FormSource[];
  readonly forenames: readonly string[];
  /** Everyday words: a capital does not make one a name. */
  readonly commonWords: readonly string[];
  /** Short forms and habitual misspellings, lower case, with what each may stand for. */
  readonly abbreviations: Readonly<Record<string, readonly string[]>>;
  /** Base forms that are most often verbs. */
  readonly verbs: readonly string[];
  /** How often a word stands in reviews, per 10,000 words; words that are not here are rare. */
  readonly frequentWords: Readonly<Record<string, number>>;
  /** English words one edit away from a word of the rulebook. */
  readonly realWords: readonly string[];
}

export interface FieldSource {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly severity: Severity;
  readonly question: string;
  readonly why: string;
  readonly skeleton: string;
  readonly sources: readonly string[];
  /** Patterns of which any one, anywhere, answers the field. */
  readonly answers: readonly string[];
  /** Asked only when one of these is found in the text. */
  readonly when?: readonly string[];
  /** Values that look like an answer and are none. */
  readonly 'non-answers'?: readonly string[];
}

export interface FormSource {
  readonly id: string;
  readonly title: string;
  /** Patterns that show the text to be of this form. */
  readonly recognise: readonly string[];
  readonly fields: readonly FieldSource[];
}
