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
  readonly fields: readonly FieldGroupSource[];
  readonly facts: readonly FactSource[];
  readonly phrases: readonly Phrase[];
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
  /** Kebab-case; the same id means the same in every form. */
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** At most twenty words. */
  readonly question: string;
  /** At most twenty-five words. */
  readonly why: string;
  /** What the quick fix inserts after the label; blanks in square brackets, choices separated by a slash. */
  readonly skeleton: string;
  readonly sources: readonly string[];
  readonly about?: SubjectKind;
  /** Patterns of which any one, anywhere, answers the field. */
  readonly answers: readonly string[];
  /** Patterns that make an answer in the same clause none; what touches the topic there still counts as touching it. */
  readonly unless?: readonly string[];
  /** Patterns that touch the topic without answering it: half an answer. */
  readonly thin?: readonly string[];
  /** Only `answers` count, even under the field's own label. */
  readonly strict?: boolean;
  /** Words in quotation marks are no answer. */
  readonly 'own-words'?: boolean;
  /** The values allowed under its label, each with the ways it is written. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Words given in place of a value, and what to ask of them. */
  readonly 'not-values'?: readonly { readonly words: readonly string[]; readonly question: string }[];
  /** Texts that answer it, each a test. */
  readonly counts: readonly string[];
  /** Texts that do not, each a test. */
  readonly 'does-not-count': readonly string[];
  /** Texts that touch its words in passing and do not answer it by themselves, though under its label they would. Each is a test. */
  readonly passing?: readonly string[];
}

/** A phrase of good practice that a writer may be offered. */
export interface Phrase {
  /** With blanks in square brackets. */
  readonly text: string;
  /** What it is for, in a few words. */
  readonly about: string;
  /** Words by which it is found, besides its own beginning. */
  readonly keys: readonly string[];
  readonly sources: readonly string[];
}

/** Fields that belong together: when none of them is answered, one question speaks for all. */
export interface FieldGroupSource {
  readonly group: string;
  readonly title: string;
  /** Word classes of this file's own. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  /** The one question for a group of which nothing is there; absent for fields that stand alone. */
  readonly question?: string;
  readonly fields: readonly FieldSource[];
}

/** Something a text says of the case that decides what must be asked. */
export interface FactSource {
  readonly id: string;
  readonly about?: SubjectKind;
  readonly patterns: readonly string[];
  /** Patterns of which any one in the clause makes the fact not be said there. */
  readonly unless?: readonly string[];
  /** What it is while the text says nothing of it; not known when absent. */
  readonly unsaid?: false;
  /** Guards that do not apply: by default what is denied makes the fact false, and a question or a condition says nothing of it. */
  readonly 'guards-off'?: readonly GuardName[];
  readonly true: readonly string[];
  readonly false: readonly string[];
}

/** When a form needs a field: `error`, `warning; error if in-care or under-13`. See docs/writing-forms.md. */
export type NeedSource =
  | string
  | {
      readonly need: string;
      /** "As in the review of 1200, which stands" is a full answer. */
      readonly pointer?: boolean;
      /** Of a coded field's values, those that this form allows, in the order in which they are offered; all when absent. */
      readonly values?: readonly string[];
    };

export interface FormSource {
  readonly id: string;
  readonly title: string;
  /** What it is called in a list of choices, and by whom it is written, in one line. */
  readonly description: string;
  /** What supervisors call it; a field "Review type: …" names the form by one of these. */
  readonly names: readonly string[];
  readonly recognise: {
    /** Patterns in the title or a heading: three points each, counted once. */
    readonly title: readonly string[];
    /** Labels: two points each. */
    readonly labels: readonly string[];
    /** Patterns in the text: a point each. */
    readonly body: readonly string[];
    /** Patterns that show the text to be of another form: it is not considered. */
    readonly unless?: readonly string[];
  };
  /** Its place in a list of choices. */
  readonly place: number;
  /** In equal cases the form with the higher number is meant. */
  readonly rank: number;
  /** Fields that settle a review by themselves: where all are answered and the condition holds, nothing else is asked for. */
  readonly enough?: { readonly fields: readonly string[]; readonly if: string };
  /** In the form's order. */
  readonly fields: Readonly<Record<string, NeedSource>>;
}
