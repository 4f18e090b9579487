import type { Discourse } from '../people/discourse.ts';
import type { Role } from '../people/role.ts';
import type { Sentence } from '../people/sentence.ts';
import type { Subject } from '../people/subject.ts';
import type { Quotation } from '../text/quotations.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Match, Matcher } from './pattern/matcher.ts';
import type { Program } from './pattern/program.ts';
import type { CompiledRule, CompiledShape, GrammarClasses } from './rules.ts';

/** The kinds of stretch a paragraph can be; decides what counts as prose. */
export type BlockKind = 'paragraph' | 'heading' | 'bullet' | 'field' | 'log' | 'cell' | 'quotation' | 'code';

/** What the guards know of the paragraph a candidate stands in. */
export interface BlockContext {
  readonly text: string;
  readonly kind: BlockKind;
  /** The field's label or the cell's row label, lower case. */
  readonly label: string | undefined;
  /** Where the label ends in `text`, 0 without one. */
  readonly labelEnd: number;
  /** Whom a sentence without a subject is about. */
  readonly defaultRole: Role;
  /** A review, or a passage on its own. */
  readonly isReview: boolean;
  /** Rules that are a matter of preference speak too. */
  readonly preferences: boolean;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly discourse: Discourse;
  matcherOf(sentence: Sentence): Matcher;
  /** The same paragraph with other words in it, read in the same surroundings. */
  reread(text: string): BlockContext;
  readonly grammar: GrammarClasses;
}

/** A pattern matched here; the guards say whether it is a finding. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly shape: CompiledShape;
  readonly program: Program;
  readonly match: Match;
  readonly sentence: Sentence;
  readonly index: number;
  readonly block: BlockContext;
  /** Who the words are about. */
  readonly subject: Subject;
}

/**
 * What one guard says. `pass`: nothing to say. `keep`: no fix, full severity. `soften`: one step lower, no fix. `inform`: information, no fix.
 * `silence`: no finding.
 */
export type Verdict = 'pass' | 'keep' | 'soften' | 'inform' | 'silence';

/** One reason to leave a match alone or to speak more softly. */
export type Guard = (candidate: Candidate) => Verdict;

const ORDER: readonly Verdict[] = ['pass', 'keep', 'soften', 'inform', 'silence'];

/** The quieter of two verdicts. */
export function quieter(a: Verdict, b: Verdict): Verdict {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}
