import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Layout } from '../../server/src/review/block.ts';
import { readLayout } from '../../server/src/review/layout.ts';
import { labelStyleOf, renderField } from '../../server/src/review/style.ts';

const folder = join(import.meta.dirname, '../fixtures/layouts');
const snippets = readdirSync(folder).flatMap((file) =>
  (parse(readFileSync(join(folder, file), 'utf8')) as { text: string }[]).map(({ text }) => text),
);

const PARTS = [
  'Risk',
  'RISK',
  'Risk:',
  '**Risk:**',
  'Risk? ',
  'T – ',
  'H - ',
  'Actions:',
  'high',
  'she',
  'Ellie left',
  'PS 4417 HALLAM',
  'PC Wain',
  '2147hrs',
  '09/11/25 2147',
  'T+4h',
  '1.',
  '1)',
  '(a)',
  'iv.',
  'A1',
  '1',
  '2',
  'A.',
  'o',
  '-',
  '*',
  '•',
  '>',
  '#',
  '##',
  '---',
  '===',
  '```',
  '<!--',
  '-->',
  '|',
  '| ',
  ' |',
  '|---|',
  ' / ',
  ' – ',
  ': ',
  '; ',
  '. ',
  '.',
  '=',
  '**',
  '\t',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  ' ',
  '  ',
  '\u00a0',
  '\ufeff',
  '😀',
  '\ud83d',
  '“',
  '"',
];

const anyText = fc.oneof(
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...PARTS) },
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...snippets), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n')),
);

/** Review-like text in which something was typed, taken out or moved. */
const mutated = fc
  .tuple(anyText, fc.nat(), fc.nat({ max: 12 }), fc.constantFrom('', ...PARTS))
  .map(([text, at, length, typed]) => {
    const place = text.length === 0 ? 0 : at % text.length;
    return text.slice(0, place) + typed + text.slice(place + length);
  });

const text = fc.oneof(anyText, mutated);

describe('the layout of any text', () => {
  it('has blocks in order, apart from one another, each inside the text', () => {
    fc.assert(
      fc.property(text, (document) => {
        let last = 0;
        for (const block of readLayout(document).blocks) {
          expect(block.outerStart).toBeGreaterThanOrEqual(0);
          expect(block.outerStart).toBeLessThanOrEqual(block.start);
          expect(block.start).toBeGreaterThanOrEqual(last);
          expect(block.valueStart).toBeGreaterThanOrEqual(block.start);
          expect(block.valueStart).toBeLessThanOrEqual(block.end);
          expect(block.end).toBeGreaterThan(block.start);
          expect(block.end).toBeLessThanOrEqual(document.length);
          last = block.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('points at what it names', () => {
    fc.assert(
      fc.property(text, (document) => {
        const { blocks, headings } = readLayout(document);
        for (const { label, labelSpan, time, items, valueStart, end } of blocks) {
          expect(labelSpan === undefined).toBe(label === undefined);
          // What a label is written with is not always what it is compared by: a no-break space counts as a space.
          if (labelSpan)
            expect(spaced(document.slice(labelSpan.start, labelSpan.end))).toBe(spaced(label as string));
          if (time) expect(document.slice(time.start, time.end)).toMatch(/\d/);
          let last = valueStart;
          for (const item of items) {
            expect(item.start).toBeGreaterThanOrEqual(last);
            expect(item.end).toBeGreaterThanOrEqual(item.start);
            expect(item.end).toBeLessThanOrEqual(end);
            last = item.end;
          }
        }
        for (const { start, end, level } of headings) {
          expect(end).toBeGreaterThan(start);
          expect([1, 2, 3, 4, 5, 6]).toContain(level);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('loses no letter or digit outside fences and front matter', () => {
    fc.assert(
      fc.property(text, (document) => {
        fc.pre(!/```|~~~|^\ufeff?---/.test(document));
        const covered = new Array<boolean>(document.length).fill(false);
        for (const block of readLayout(document).blocks) covered.fill(true, block.outerStart, block.end);
        for (let i = 0; i < document.length; i++)
          if (/[A-Za-z0-9]/.test(document[i] as string)) expect(covered[i], `unit ${i}`).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('has entries that hold every block once, in order', () => {
    fc.assert(
      fc.property(text, (document) => {
        const { blocks, entries } = readLayout(document);
        let next = 0;
        for (const entry of entries) {
          expect(entry.from).toBe(next);
          expect(entry.to).toBeGreaterThan(entry.from);
          expect(entry.start).toBeLessThanOrEqual(entry.end);
          for (const span of [entry.author, entry.time])
            if (span) expect(document.slice(span.start, span.end).trim()).not.toBe('');
          next = entry.to;
        }
        expect(next).toBe(blocks.length);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same when read again, whatever was read between', () => {
    fc.assert(
      fc.property(text, text, (document, other) => {
        const first = readLayout(document);
        readLayout(other);
        expect(readLayout(document)).toEqual(first);
      }),
    );
  });

  it('stays as it was above and below a paragraph in which a word is typed', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('and', 'Ellie', ', she said'), (above, below, typed) => {
        fc.pre(![above, below].some((part) => /```|~~~|<!--|-->/.test(part)));
        const wall = '\n\nPC Wain spoke to her mother at the house and will go back tonight';
        const before = `${above}${wall}`;
        const after = `.\n\nNothing more is known of it at the moment of writing this.\n\n${below}`;
        const old = parts(readLayout(before + after), before.length, 0);
        const now = parts(readLayout(`${before} ${typed}${after}`), before.length, typed.length + 1);
        expect(now).toEqual(old);
      }),
      { numRuns: 300 },
    );
  });

  it('has a style, in which a field can be written that is read as a field', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('Risk grade', 'Next review'), (document, label) => {
        const style = labelStyleOf(readLayout(document), document);
        // A bare number or letter is a mark only among others.
        fc.pre(!/^(?:\d{1,2}|[A-Za-z]\.)$/.test(style.marker ?? ''));
        const field = renderField(style, label, 'PC Wain to say by 2300');
        const { blocks, headings } = readLayout(field);
        const read = [...blocks.map((b) => b.label), ...headings.map((h) => h.text)].map((t) =>
          t?.toLowerCase().replace(/^[^a-z]*(?:[a-z\d.]{1,5}[.)] )?/, ''),
        );
        expect(read, field).toContain(label.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });
});

/** The blocks that end before an offset, and those that begin well after it, moved back by what was typed. */
function parts({ blocks }: Layout, at: number, typed: number) {
  return blocks
    .filter((b) => b.end <= at || b.start > at + typed + 1)
    .map((b) => {
      const by = b.start > at ? typed : 0;
      return {
        kind: b.kind,
        label: b.label,
        start: b.start - by,
        valueStart: b.valueStart - by,
        end: b.end - by,
      };
    });
}

function spaced(label: string): string {
  return label
    .replace(/[\s\u2000-\u200d\u2060\ufeff]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
