import { describe, expect, it } from 'vitest';
import { checkRule } from '../../server/src/rulebook/examples.ts';
import { analyser, source } from '../support/rulebook.ts';

const rules = source.packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })));
/** Families of each category, by the letters of their codes. */
const FAMILIES = {
  AG: 47,
  IN: 18,
  RE: 28,
  MH: 24,
  SX: 20,
  AD: 18,
  CR: 27,
  DB: 28,
  DE: 25,
  MS: 34,
  ON: 23,
  PA: 17,
  CA: 19,
  BH: 27,
  AS: 17,
  PR: 12,
  HE: 11,
  ID: 6,
};
const words = (text: string): number => text.trim().split(/\s+/).length;

describe('every rule holds its own examples', () => {
  for (const pack of source.packs) {
    for (const rule of pack.rules) {
      it(`${rule.id} ${rule.alias}`, () => {
        expect(checkRule(analyser, pack, rule).map((f) => `${f.kind}: ${f.text} — ${f.problem}`)).toEqual([]);
      });
    }
  }
});

describe('every rule is complete', () => {
  it.each(rules.map(({ rule }) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(rule.catch?.length ?? 0, 'sentences it must catch').toBeGreaterThanOrEqual(4);
    expect(rule.leave?.length ?? 0, 'look-alikes it must leave alone').toBeGreaterThanOrEqual(4);
    expect(words(rule.message), 'words in the question').toBeLessThanOrEqual(20);
    expect(words(rule.why), 'words in the reason').toBeLessThanOrEqual(20);
    for (const shape of [rule, ...(rule.shapes ?? [])])
      expect(shape.rewrites?.length ?? 0).toBeLessThanOrEqual(3);
    if (rule.certainty === 'tentative')
      expect([rule, ...(rule.shapes ?? [])].flatMap((s) => s.rewrites ?? [])).toEqual([]);
  });

  it('cites sources that are listed, and at least one that was read', () => {
    for (const { rule } of rules) {
      const entries = rule.sources.map((tag) => [tag, source.sources[tag]] as const);
      expect(entries.filter(([, entry]) => entry === undefined).map(([tag]) => `${rule.id}: ${tag}`)).toEqual(
        [],
      );
      expect(
        entries.some(([, entry]) => entry?.status !== 'ref'),
        `${rule.id} has a source that was read`,
      ).toBe(true);
    }
  });

  it('has an id and an alias of its own', () => {
    expect(new Set(rules.map(({ rule }) => rule.id)).size).toBe(rules.length);
    expect(new Set(rules.map(({ rule }) => rule.alias)).size).toBe(rules.length);
  });

  it('covers every family of the language tables', () => {
    const ids = new Set(rules.map(({ rule }) => rule.id));
    const families = Object.entries(FAMILIES).flatMap(([prefix, count]) =>
      Array.from({ length: count }, (_, i) => `${prefix}${String(i + 1).padStart(2, '0')}`),
    );
    expect(families.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('messages', () => {
  // disagreements 7.4 and 7.5: no verdict on the writer, no red-pen words.
  const NEVER =
    /victim.blam|unacceptable|inappropriate|offensive|problematic|toxic|violation|illegal|!|you are|you must/i;
  it.each(rules.map(({ rule }) => [rule.id, rule] as const))('%s asks and does not accuse', (_, rule) => {
    expect(rule.message).not.toMatch(NEVER);
    expect(rule.why).not.toMatch(NEVER);
  });
});
