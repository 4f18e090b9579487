import { describe, expect, it } from 'vitest';
import type { RuleSource } from '../../server/src/rulebook/source.ts';
import { analyser, source } from '../support/rulebook.ts';

/** Slips that a rewrite in the wrong place or form would make. None of them is good English anywhere. */
const UNGRAMMATICAL: readonly RegExp[] = [
  /\b(?!had\b|that\b|do\b|very\b|so\b|time\b|no\b|\d)([a-z']+) \1\b/i,
  /\b(she|he|it) (are|were|have|do)\b/i,
  /\bthey (is|was|has|does)\b/i,
  /\b(is|are|was|were|be|been|being|am) (is|are|was|were|be|been|am|has|have|had)\b/i,
  /\bto (is|was|has|are|been|were|had)\b/i,
  /\b(may|will|can|must|should|could|would|might) (is|was|are|were|has|been|being|had)\b/i,
  /\b(has|have|had|having) (is|was|be|being|are|were|has|have)\b/i,
  /\b(did|does|do|doesn't|didn't) (is|was|has|been)\b/i,
  /\b(a|an) (is|are|was|were|has)\b/i,
  /\bnot not\b/i,
  / {2,}/,
  / [,.;:?!](?!\.)/,
];

/** A subject at the head of an example, which others may stand for. */
const SUBJECT =
  /^(Ellie|Maisie|Zara|Aaliyah|Jodie|Summer|Danni|Kayden|Tyler|Leon|Ryan|The child|The young person|YP|The girl|The boy|She|He)\b(?!'s|,| and| or| \()/;
const SUBJECTS = ['She', 'He', 'The child', 'YP', 'Zara'];

/** The rule's own sentences, and the same about other children. */
function sentencesOf(rule: RuleSource): string[] {
  const own = [...(rule.catch ?? []), ...(rule.fixes ?? []).map(({ from }) => from)].map((text) =>
    text.replace(/[{}]/g, ''),
  );
  if (!rule.fixes) return own;
  return own.flatMap((text) => {
    const subject = SUBJECT.exec(text)?.[0];
    return subject === undefined
      ? [text]
      : [text, ...SUBJECTS.map((other) => other + text.slice(subject.length))];
  });
}

/** What each rewrite makes of a text, where a slip stands in it that did not stand there before. */
function slips(text: string): string[] {
  return analyser
    .analyse({ text, kind: 'passage', preferences: true })
    .findings.flatMap(({ rule, rewrites }) =>
      rewrites
        .map((rewrite) => text.slice(0, rewrite.start) + rewrite.text + text.slice(rewrite.end))
        .filter((after) => UNGRAMMATICAL.some((slip) => slip.test(after) && !slip.test(text)))
        .map((after) => `${rule}: ${text} -> ${after}`),
    );
}

describe('every rewrite leaves grammatical English, whoever it is about', () => {
  it.each(source.packs.map((pack) => [pack.category, pack] as const))('%s', (_, pack) => {
    expect(pack.rules.flatMap(sentencesOf).flatMap(slips)).toEqual([]);
  });
});
