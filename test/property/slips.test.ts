import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordKind } from '../../server/src/text/word.ts';
import { Slips } from '../../server/src/wording/pattern/slips.ts';
import { passage, rulebook, source } from '../support/rulebook.ts';

const forms = rulebook.vocabulary.forms().filter((form) => /^[a-z]{6,}$/.test(form));

describe('typing slips', () => {
  it.each([
    'promiscous',
    'vunerable',
    'puttin',
    'exploted',
    'undertsand',
    'behavour',
    'enages',
    'hotle',
    'rsik',
    'taht',
  ])('%s is put right', (slip) => {
    expect(rulebook.vocabulary.word(slip, WordKind.Word).corrected).toBeDefined();
  });

  it('never takes a real word for a slip', () => {
    for (const word of source.realWords)
      expect(rulebook.vocabulary.word(word, WordKind.Word).corrected, word).toBeUndefined();
  });

  it('never corrects a name', () => {
    expect(passage('Risko put himself forward.')).toEqual([]);
    expect(rulebook.vocabulary.word('Promiscous', WordKind.Word).corrected).toBeUndefined();
  });

  it('corrects only to what is one edit away', () => {
    const index = new Slips(new Set(forms), new Set());
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.nat(), fc.constantFrom(...'aeirstn'), (form, at, letter) => {
        const place = 1 + (at % (form.length - 1));
        const slip = form.slice(0, place) + letter + form.slice(place);
        const corrected = index.correct(slip);
        if (corrected !== undefined) expect(withinOneEdit(slip, corrected)).toBe(true);
      }),
    );
  });
});

/** True for distance 0 or 1, a transposition of neighbours counting as one edit. */
function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length === b.length) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return a.length > b.length ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}
