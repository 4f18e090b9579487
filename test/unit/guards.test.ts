import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../server/src/finding.ts';
import { passage, review } from '../support/rulebook.ts';

interface Pair {
  readonly id: string;
  readonly finding: string;
  readonly silent: string;
  /** Sentences that stand before. */
  readonly findingContext?: string;
  readonly silentContext?: string;
  /** The right-hand sentence may be information. */
  readonly information?: boolean;
}

const data: { pairs: Pair[]; silent: string[] } = parse(
  readFileSync(new URL('../fixtures/look-alikes.yaml', import.meta.url), 'utf8'),
);

/** Hints of these categories may stand beside any sentence. */
const PREFERENCES = new Set(['PASSIVE', 'CARE']);

/** What is said of a sentence after its context. */
function found(text: string, context = ''): readonly Finding[] {
  const before = context === '' ? '' : `${context} `;
  return passage(before + text).filter(({ end }) => end > before.length);
}

const named = (findings: readonly Finding[]) =>
  findings.map(({ severity, rule, quote }) => `${severity} ${rule} “${quote}”`);

describe('sentences that differ in one thing', () => {
  it.each(data.pairs.map((pair) => [pair.id, pair] as const))('%s', (_, pair) => {
    expect(found(pair.finding, pair.findingContext), pair.finding).not.toEqual([]);
    const right = found(pair.silent, pair.silentContext).filter(
      ({ severity, category }) =>
        severity !== 'information' || !(pair.information || PREFERENCES.has(category)),
    );
    expect(named(right), pair.silent).toEqual([]);
  });
});

describe('innocent look-alikes', () => {
  it.each(data.silent)('%s', (text) => {
    const loud = found(text).filter(
      ({ severity, category }) => severity !== 'information' || !PREFERENCES.has(category),
    );
    expect(named(loud)).toEqual([]);
  });
});

describe('doubt', () => {
  it('softens a finding and takes its rewrites away when the pronoun may be either person', () => {
    const [finding] = passage('Tyler was at the arcade with DOYLE. He put himself at risk.');
    expect(finding?.severity).toBe('warning');
    expect(finding?.rewrites).toEqual([]);
  });

  it('is silent where the other person is meant', () => {
    expect(passage('DOYLE met Tyler at the arcade. He put him at risk.')).toEqual([]);
  });

  it('reads a fragment by the heading it stands under', () => {
    const bullets = (heading: string) => `# ${heading}\n\n- Putting self at risk.\n`;
    expect(review(bullets('Child')).map((f) => f.rule)).toContain('AG01');
    expect(review(bullets('Suspect'))).toEqual([]);
  });

  it('keeps silent about a document title and a tick box', () => {
    expect(passage('Risk-Taking Behaviour Toolkit (v3)')).toEqual([]);
    expect(review('Risk-taking behaviour: No\n')).toEqual([]);
  });
});
