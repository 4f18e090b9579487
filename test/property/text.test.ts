import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayout } from '../../server/src/review/layout.ts';
import { findQuotations } from '../../server/src/text/quotations.ts';
import { splitSentences } from '../../server/src/text/sentences.ts';
import { tokenise } from '../../server/src/text/tokens.ts';
import { rulebook } from '../support/rulebook.ts';

/** Text as it comes: letters, every kind of space and line end, quotation marks, emoji, halves of surrogate pairs. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'she',
        'Ellie',
        "didn't",
        'risk-taking',
        '2147hrs',
        '09/11/2025',
        'w/',
        'b/f',
        'puts herself at risk',
        'WEBB’s',
        'naïve',
      ),
      fc.constantFrom(' ', '\n', '\r\n', '\r', '\t', '\u00a0', '\u2028', '\ufeff', '\u200b'),
      fc.constantFrom(
        '"',
        '“',
        '”',
        "'",
        '‘',
        '’',
        '`',
        '«',
        '»',
        '(',
        ')',
        '[',
        ']',
        '- ',
        '* ',
        '# ',
        '> ',
        '| ',
        ': ',
        '. ',
        '…',
        '—',
        '😀',
        '\ud83d',
        '\ude00',
        '```',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('the text layer', () => {
  it('gives every token the exact offsets of what it read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text, 0, text.length, rulebook.vocabulary);
        let last = 0;
        for (let i = 0; i < tokens.length; i++) {
          const start = tokens.starts[i] as number;
          const end = tokens.ends[i] as number;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(tokens.words[i]?.surface);
          last = end;
        }
      }),
    );
  });

  it('loses no letter or digit between tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text, 0, text.length, rulebook.vocabulary);
        const covered = new Array<boolean>(text.length).fill(false);
        for (let i = 0; i < tokens.length; i++) covered.fill(true, tokens.starts[i], tokens.ends[i]);
        for (let i = 0; i < text.length; i++)
          if (/[A-Za-z0-9]/.test(text[i] as string)) expect(covered[i], `unit ${i}`).toBe(true);
      }),
    );
  });

  it('cuts tokens into sentences without gap or overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenise(text, 0, text.length, rulebook.vocabulary);
        let next = 0;
        for (const { from, to } of splitSentences(text, tokens)) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });

  it('finds quotations inside the text, in order, apart from one another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const q of findQuotations(text, 0, text.length)) {
          expect(q.start).toBeGreaterThanOrEqual(last);
          expect(q.end).toBeGreaterThanOrEqual(q.start);
          expect(q.end).toBeLessThanOrEqual(text.length);
          last = q.end;
        }
      }),
    );
  });

  it('cuts a document into blocks that lie in it, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const block of readLayout(text).blocks) {
          expect(block.start).toBeGreaterThanOrEqual(last);
          expect(block.end).toBeGreaterThan(block.start);
          expect(block.end).toBeLessThanOrEqual(text.length);
          expect(block.valueStart).toBeGreaterThanOrEqual(block.start);
          expect(block.valueStart).toBeLessThanOrEqual(block.end);
          last = block.end;
        }
      }),
    );
  });
});
