import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../server/src/cli/excerpt.ts';
import { findLines } from '../../server/src/cli/lines.ts';
import { characters } from '../../server/src/cli/terminal.ts';

/** The excerpt of the first line around a phrase. */
function around(text: string, phrase: string, width = 60) {
  const start = text.indexOf(phrase);
  return excerpt(text, findLines(text).span(1), { start, end: start + phrase.length }, width);
}

/** What of a source line stands above the marks, column by column. */
function above({ source, marks }: { source: string; marks: string }): string {
  const from = marks.indexOf('^');
  let column = 0;
  let covered = '';
  for (const { text, width } of characters(source)) {
    if (column >= from && column < marks.length) covered += text;
    column += width;
  }
  return covered;
}

describe('an excerpt', () => {
  it.each([
    ['plain text', 'She was risky today.', 'risky'],
    ['a tab', '\tShe\twas risky.', 'risky'],
    ['emoji', '😀👩‍👧‍👦 was risky.', 'risky'],
    ['wide characters', '家族 was risky.', 'risky'],
    ['combining marks', 'Zoe\u0301 was risky.', 'risky'],
    ['control characters', '\u001b[31m was risky.', 'risky'],
  ])('marks the span after %s', (_name, text, phrase) => {
    expect(above(around(text, phrase))).toBe(phrase);
  });

  it('marks a place between two characters with a caret alone', () => {
    expect(excerpt('ab', { start: 0, end: 2 }, { start: 2, end: 2 }, 60)).toEqual({
      source: 'ab',
      marks: '  ^',
    });
    expect(excerpt('', { start: 0, end: 0 }, { start: 0, end: 0 }, 60)).toEqual({ source: '', marks: '^' });
  });

  it('ends with the line when the span goes on', () => {
    const text = 'one two\nthree';
    expect(excerpt(text, { start: 0, end: 7 }, { start: 4, end: 13 }, 60)).toEqual({
      source: 'one two',
      marks: '    ^~~',
    });
  });

  it('never exceeds its width and always shows where the span begins', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 20, max: 120 }), (before, span, after, width) => {
        const whole = (before + span + after).replace(/[\r\n]/g, ' ');
        const from = before.length;
        const shown = excerpt(
          whole,
          { start: 0, end: whole.length },
          { start: from, end: from + span.length },
          width,
        );
        let columns = 0;
        for (const character of characters(shown.source)) columns += character.width;
        expect(columns).toBeLessThanOrEqual(width);
        expect(shown.marks).toMatch(/^ *\^~*$/);
        expect(shown.marks.length).toBeLessThanOrEqual(width);
        expect(shown.source).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});

describe('lines', () => {
  it('end with LF, CRLF or CR, and places count from 1 in UTF-16 units', () => {
    const text = 'a\r\n😀b\rc\n';
    const lines = findLines(text);
    expect(lines.place(0)).toEqual({ line: 1, column: 1 });
    expect(lines.place(text.indexOf('b'))).toEqual({ line: 2, column: 3 });
    expect(lines.place(text.indexOf('c'))).toEqual({ line: 3, column: 1 });
    expect(lines.place(text.length)).toEqual({ line: 4, column: 1 });
    const { start, end } = lines.span(2);
    expect(text.slice(start, end)).toBe('😀b');
  });
});
