import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain module, shared with the generator
import { commonWords, frequentWords, neighbours } from '../../server/rulebook/lexicon/words.mjs';
import { source } from '../support/rulebook.ts';

/** Time to compile the whole rulebook and try every edit of every word, in milliseconds, on a busy machine. */
const WHOLE_RULEBOOK = 60_000;

describe('the generated word lists (npm run lexicon)', () => {
  it('hold the everyday words', () => {
    expect(source.commonWords).toEqual(commonWords());
  });

  it('hold how often words stand in reviews', () => {
    const line = ([word, share]: [string, number]) => `${word} ${share}`;
    expect(Object.entries(source.frequentWords as Record<string, number>).map(line)).toEqual(frequentWords());
  });

  it(
    'hold every real word that is near to a word of the rulebook',
    async () => {
      const known = new Set(source.realWords);
      expect((await neighbours()).filter((word: string) => !known.has(word))).toEqual([]);
    },
    WHOLE_RULEBOOK,
  );
});
