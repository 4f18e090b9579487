import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { passage, review } from '../support/rulebook.ts';

interface Pair {
  readonly id: string;
  readonly finding: string;
  readonly silent: string;
  /** The right-hand sentence may be information. */
  readonly information?: boolean;
}

const data: { pairs: Pair[]; silent: string[] } = parse(
  readFileSync(new URL('../fixtures/look-alikes.yaml', import.meta.url), 'utf8'),
);

describe('sentences that differ in one thing', () => {
  it.each(data.pairs.map((pair) => [pair.id, pair] as const))('%s', (_, pair) => {
    expect(passage(pair.finding), pair.finding).not.toEqual([]);
    const right = passage(pair.silent).filter((f) => f.severity !== 'information' || !pair.information);
    expect(
      right.map((f) => `${f.rule} “${f.quote}”`),
      pair.silent,
    ).toEqual([]);
  });
});

describe('look-alikes', () => {
  it.each(data.silent)('%s', (text) => {
    expect(passage(text).map((f) => `${f.severity} ${f.rule} “${f.quote}”`)).toEqual([]);
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
