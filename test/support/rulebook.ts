// @ts-expect-error a plain module, shared with the bundler
import { readRulebook } from '../../server/rulebook/read.mjs';
import { type Analyser, createAnalyser } from '../../server/src/analysis.ts';
import type { Finding } from '../../server/src/finding.ts';
import { compileRulebook } from '../../server/src/rulebook/compile.ts';
import type { RulebookSource } from '../../server/src/rulebook/source.ts';

export const source: RulebookSource = readRulebook();
export const rulebook = compileRulebook(source);

/** An analyser over the shipped rulebook. */
export const analyser: Analyser = createAnalyser(rulebook);

/** Wording findings of a passage. */
export function passage(text: string): readonly Finding[] {
  return analyser.analyse({ text, kind: 'passage' }).findings;
}

/** All findings of a review. */
export function review(text: string): readonly Finding[] {
  return analyser.analyse({ text, kind: 'review' }).findings;
}
