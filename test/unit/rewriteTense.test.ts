import { describe, expect, it } from 'vitest';
import { passage } from '../support/rulebook.ts';

/** The sentence with the first, or the named, rewrite of its first finding put in place. */
function mended(text: string, which = 0): string {
  const rewrite = passage(text)[0]?.rewrites[which];
  return rewrite ? text.slice(0, rewrite.start) + rewrite.text + text.slice(rewrite.end) : text;
}

describe('a rewrite stands in the tense of what it replaces', () => {
  it.each([
    ['She does not understand the risk.', 'She is at risk from [who].'],
    ["She didn't understand the risk.", 'She was at risk from [who].'],
    ['She has not understood the risk.', 'She has been at risk from [who].'],
    ["She hasn't understood the risk.", 'She has been at risk from [who].'],
    ['Ellie hasnt understood the risk.', 'Ellie has been at risk from [who].'],
    ["They haven't understood the risk.", 'They have been at risk from [who].'],
    ["He hadn't understood the danger.", 'He had been at risk from [who].'],
    ["They've never understood the risk.", "They've been at risk from [who]."],
    ['She may not understand the risk.', 'She may be at risk from [who].'],
  ])('%s', (before, after) => {
    expect(mended(before)).toBe(after);
  });
});

describe('a rewrite never keeps the negation of what it replaces', () => {
  it.each([
    ["She hasn't understood the risk.", 'She has said [own words] about the risk.'],
    ["They've never understood the risk.", 'They have said [own words] about the risk.'],
  ])('%s', (before, after) => {
    expect(mended(before, 1)).toBe(after);
  });
});

describe('a rewrite reads by itself', () => {
  it('covers every word that its finding marks', () => {
    const text = 'He has never, in my view, understood his own behaviour.';
    for (const finding of passage(text)) {
      expect(finding.rewrites.length).toBeGreaterThan(0);
      for (const rewrite of finding.rewrites) {
        expect(rewrite.start).toBeLessThanOrEqual(finding.start);
        expect(rewrite.end).toBeGreaterThanOrEqual(finding.end);
        expect(rewrite.text).toMatch(/^has /);
      }
    }
  });
});
