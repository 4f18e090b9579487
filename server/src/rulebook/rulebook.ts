import type { FormBook } from '../assessment/form.ts';
import type { Severity } from '../finding.ts';
import type { PersonLexicon } from '../people/lexicon.ts';
import type { Vocabulary } from '../wording/pattern/vocabulary.ts';
import type { RuleIndex } from '../wording/rules.ts';
import type { Phrase } from './source.ts';

/** A few of a rule's own examples, for its page. */
export interface RuleExamples {
  /** Sentences it asks about. */
  readonly found: readonly string[];
  /** Look-alikes it leaves alone. */
  readonly left: readonly string[];
  /** A sentence and what its first rewrite makes of it, or null. */
  readonly rewritten: { readonly before: string; readonly after: string } | null;
}

export const NO_EXAMPLES: RuleExamples = { found: [], left: [], rewritten: null };

/** What the front ends may say about a rule: hover, rule page, `explain`. */
export interface RuleInfo {
  readonly id: string;
  readonly alias: string;
  readonly category: string;
  readonly title: string;
  readonly severity: Severity;
  /** Asked about only where preferences are switched on. */
  readonly preference: boolean;
  /** The question, at most twenty words. */
  readonly message: string;
  /** The reason, at most twenty words. */
  readonly why: string;
  /** Longer explanation for the hover and the rule's page; Markdown. */
  readonly explain: string;
  readonly sources: readonly string[];
  readonly examples: RuleExamples;
}

/** A published text that a rule leans on. */
export interface SourceInfo {
  readonly tag: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: string;
  readonly url: string;
}

/** Packs, forms and sources, loaded and compiled together. */
export interface Rulebook {
  /** By short code: wording rules and form fields. */
  readonly rules: ReadonlyMap<string, RuleInfo>;
  readonly sources: ReadonlyMap<string, SourceInfo>;
  readonly wording: RuleIndex;
  readonly forms: FormBook;
  readonly phrases: readonly Phrase[];
  /** What sees fields answered, facts stated and forms recognised. */
  readonly topics: RuleIndex;
  readonly vocabulary: Vocabulary;
  readonly people: PersonLexicon;
}
