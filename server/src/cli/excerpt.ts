import { characters, type Shown } from './terminal.ts';

/** The part of a line around a span, and the marks that go beneath it. */
export interface Excerpt {
  readonly source: string;
  /** `^~~~`, indented to stand under the span. */
  readonly marks: string;
}

/** Columns kept for the words before the span where the line is longer than the window. */
const LEAD = 24;
/** UTF-16 units looked at for one column of the window; more only where characters combine heavily. */
const UNITS = 4;
const NOTHING = { shown: [], width: 0 };

/**
 * Cuts the part of a line that holds a span, at most `width` columns wide. The work depends on the width alone, not on
 * the length of the line.
 * @param text the whole text
 * @param line offsets of the line in it
 * @param span offsets to mark; what lies outside the line is not marked
 */
export function excerpt(
  text: string,
  line: { readonly start: number; readonly end: number },
  span: { readonly start: number; readonly end: number },
  width: number,
): Excerpt {
  const start = Math.min(span.start, line.end);
  const end = Math.min(span.end, line.end);
  const reach = width * UNITS;
  const before = [...characters(text.slice(Math.max(line.start, start - reach), start))];
  const marked = [...characters(text.slice(start, Math.min(end, start + reach)))];
  const after = [...characters(text.slice(end, Math.min(line.end, end + reach)))];

  const middle = take(marked, width - 2);
  const spare = width - 2 - middle.width;
  const wantedAfter = Math.min(total(after), spare - Math.min(total(before), LEAD, spare));
  const head = take(before.toReversed(), spare - wantedAfter);
  const whole = middle.shown.length === marked.length && end - start <= reach;
  const tail = whole ? take(after, spare - head.width) : NOTHING;

  const cutsHead = start - reach > line.start || head.shown.length < before.length;
  const cutsTail = !whole || end + reach < line.end || tail.shown.length < after.length;
  const source = [...head.shown.toReversed(), ...middle.shown, ...tail.shown]
    .map(({ text }) => text)
    .join('');
  return {
    source: `${cutsHead ? '…' : ''}${source}${cutsTail ? '…' : ''}`,
    marks: `${' '.repeat(head.width + (cutsHead ? 1 : 0))}^${'~'.repeat(Math.max(0, middle.width - 1))}`,
  };
}

function take(from: readonly Shown[], columns: number): { readonly shown: Shown[]; readonly width: number } {
  const shown: Shown[] = [];
  let width = 0;
  for (const character of from) {
    if (width + character.width > columns) break;
    width += character.width;
    shown.push(character);
  }
  return { shown, width };
}

function total(characters: readonly Shown[]): number {
  return characters.reduce((sum, { width }) => sum + width, 0);
}
