import type { Span } from './block.ts';
import { plain } from './lines.ts';
import { readTimeHead } from './times.ts';

/** Labels longer than this are text. */
const MAX_LABEL = 48;

/** The cells of a row without the white space and emphasis-free; offsets in the document. Outer bars are optional, `\|` is no bar. */
export function cellsOf(line: string, start: number): Span[] {
  const cells: Span[] = [];
  let from = /^\s*\|/.test(line) ? line.indexOf('|') + 1 : 0;
  while (from < line.length) {
    let to = line.indexOf('|', from);
    while (to > 0 && line[to - 1] === '\\') to = line.indexOf('|', to + 1);
    const closed = to >= 0;
    if (to < 0) to = line.length;
    const cell = line.slice(from, to);
    // What stands after the last bar is a cell only if there is something.
    if (closed || cell.trim() !== '') {
      const lead = Math.min(cell.length - cell.trimStart().length, cell.trim() === '' ? 1 : cell.length);
      cells.push({ start: start + from + lead, end: start + from + lead + cell.trim().length });
    }
    from = to + 1;
  }
  return cells;
}

/** How a row is read: its label, and the cells that answer to it. */
export interface Row {
  readonly label: string | undefined;
  readonly labelSpan: Span | undefined;
  readonly time: Span | undefined;
  /** Index of each cell in its row, so that a header can be found for it. */
  readonly cells: readonly (Span & { readonly index: number })[];
}

/** The first cell of a row is the label of the others; a time there is no label but the time of the row. */
export function readRow(text: string, cells: readonly Span[]): Row {
  const first = cells[0];
  const raw = first ? text.slice(first.start, first.end) : '';
  const label = raw
    .replace(/\*\*|__/g, '')
    .replace(/[ \t]*:$/, '')
    .trim();
  const isLabel = cells.length > 1 && raw.length < MAX_LABEL;
  const at = first ? first.start + Math.max(0, raw.indexOf(label)) : 0;
  const labelSpan =
    isLabel && label !== '' && text.startsWith(label, at) ? { start: at, end: at + label.length } : undefined;
  const time = isLabel ? readTimeHead(plain(raw)) : undefined;
  return {
    label: labelSpan && label,
    labelSpan,
    time: first && time ? { start: first.start, end: first.start + time.length } : undefined,
    cells: cells.map((cell, index) => ({ ...cell, index })).slice(isLabel ? 1 : 0),
  };
}
