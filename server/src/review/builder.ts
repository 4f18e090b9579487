import type { BlockKind } from '../wording/candidate.ts';
import type { Block, Heading, Span } from './block.ts';
import { itemsIn } from './items.ts';
import type { Piece } from './shape.ts';
import { stretches } from './stretches.ts';
import { cellsOf, readRow } from './tables.ts';

type Extra = Partial<
  Pick<Block, 'valueStart' | 'label' | 'labelSpan' | 'time' | 'marker' | 'indent' | 'column'>
>;

type Placed = Extra & Partial<Pick<Block, 'valueStart'>>;

interface Open extends Extra {
  readonly kind: BlockKind;
  start: number;
  valueStart: number;
  readonly outerStart: number;
  end: number;
}

/** A label that stands alone and whose answer stands below. */
interface Lender {
  readonly label: string;
  readonly labelSpan: Span;
  /** Bullets below it have answered already, so a paragraph is something else. */
  hasBullets: boolean;
}

const NO_ITEMS: Block['items'] = [];

/** Puts blocks and headings together, line by line; offsets are those of the document. */
export class Builder {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  readonly #headings: Heading[] = [];
  #open: Open | undefined;
  #lender: Lender | undefined;
  #columns: readonly string[] = [];
  #lastHeadingIsCertain = true;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the block last written is a heading and nothing stands open. */
  get endsWithHeading(): boolean {
    return this.#open === undefined && this.#blocks.at(-1)?.kind === 'heading';
  }

  /** The blocks and headings, when there are no more lines. */
  finish(): { blocks: readonly Block[]; headings: readonly Heading[] } {
    this.close();
    const last = this.#blocks.at(-1);
    // A line in capitals with nothing below it heads nothing.
    if (last?.kind === 'heading' && !this.#lastHeadingIsCertain) {
      this.#headings.pop();
      this.#blocks[this.#blocks.length - 1] = {
        ...last,
        kind: 'paragraph',
        heading: this.#headings.length - 1,
      };
    }
    return { blocks: this.#blocks, headings: this.#headings };
  }

  /** An empty line ends whatever is open. */
  blank(): void {
    this.close();
  }

  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    if (open.end <= open.start) {
      // A time alone on its line, and nothing below that it would be the time of.
      if (open.time) this.#push({ ...open, start: open.time.start, valueStart: open.end });
      return;
    }
    let from = open.start;
    for (const to of stretches(this.#text, open.start, open.end)) {
      const isFirst = from === open.start;
      this.#push({
        ...open,
        start: from,
        valueStart: Math.max(from, open.valueStart ?? open.start),
        end: to,
        ...(!isFirst && { label: undefined, labelSpan: undefined, time: undefined }),
      });
      from = to;
    }
    this.#lend(open);
  }

  /** A block that nothing continues: a line of code or quotation, a cell. */
  single(kind: BlockKind, start: number, end: number, outerStart: number, extra: Placed = {}): void {
    this.close();
    this.#lender = undefined;
    if (end > start) this.#push({ ...extra, kind, start, end, outerStart });
  }

  /**
   * A heading.
   * @param certain marked as one; otherwise it is one only if something follows
   */
  heading(
    start: number,
    end: number,
    { level, marker, certain }: { level: number; marker: string | undefined; certain: boolean },
  ): void {
    this.close();
    this.#lender = undefined;
    if (end <= start) return;
    const text = this.#text
      .slice(start, end)
      .replace(/[ \t]*[*_:–-]+$/g, '')
      .trim();
    this.#headings.push({ text, start, end, level });
    this.#lastHeadingIsCertain = certain;
    this.#push({ kind: 'heading', start, end, outerStart: start, marker });
  }

  /** The parts of a line. Running text goes on from the line before. */
  pieces(pieces: readonly Piece[], lineStart: number, indent: number): void {
    for (const piece of pieces) {
      const start = lineStart + piece.from;
      const end = lineStart + piece.to;
      if (piece.kind === 'text') {
        if (this.#open) extend(this.#open, start, end);
        else this.#begin('paragraph', start, end, lineStart + piece.outer, { indent });
        continue;
      }
      const { label, time } = piece;
      this.#begin(piece.kind, start, end, lineStart + piece.outer, {
        valueStart: lineStart + piece.valueFrom,
        label: label?.text,
        labelSpan: label && { start: lineStart + label.from, end: lineStart + label.to },
        time: time && { start: lineStart + time.from, end: lineStart + time.to },
        marker: piece.marker,
        indent,
      });
    }
  }

  /** A table begins: no header of an earlier one holds. */
  table(): void {
    this.close();
    this.#lender = undefined;
    this.#columns = [];
  }

  /** A row of a table. Its header row holds no values; an empty row keeps its label, and the place where a value would stand. */
  row(line: string, start: number, isHeader: boolean, indent: number): void {
    const cells = cellsOf(line, start);
    const first = cells[0];
    const last = cells.at(-1);
    if (!first || !last) return;
    if (isHeader) {
      this.#columns = cells.map((cell) =>
        this.#text
          .slice(cell.start, cell.end)
          .replace(/\*\*|__/g, '')
          .trim(),
      );
      this.single('cell', first.start, last.end, start, { valueStart: last.end, indent });
      return;
    }
    const row = readRow(this.#text, cells);
    const filled = row.cells.filter((cell) => cell.end > cell.start);
    const { label, labelSpan, time } = row;
    for (const cell of filled)
      this.single('cell', cell.start, cell.end, start, {
        label,
        labelSpan,
        time,
        indent,
        column: this.#columns[cell.index],
      });
    const place = row.cells[0]?.start;
    if (filled.length === 0 && place !== undefined && first.end > first.start)
      this.single('cell', first.start, place, start, { valueStart: place, label, labelSpan, time, indent });
  }

  #begin(kind: BlockKind, start: number, end: number, outerStart: number, extra: Placed): void {
    this.close();
    const lender = this.#lender;
    const answers =
      lender &&
      extra.label === undefined &&
      (kind === 'bullet' || (kind === 'paragraph' && !lender.hasBullets));
    if (lender && kind === 'bullet') lender.hasBullets = true;
    this.#open = {
      kind,
      start: Math.min(start, end),
      end,
      outerStart,
      ...extra,
      valueStart: Math.min(extra.valueStart ?? start, end),
      ...(answers && { label: lender.label, labelSpan: lender.labelSpan }),
    };
    // One paragraph answers; a list answers as long as it goes on.
    if (kind !== 'bullet' && !(kind === 'field' && extra.marker !== undefined)) this.#lender = undefined;
  }

  /** A field without a value lends its label to what stands below it. */
  #lend({ kind, end, valueStart, label, labelSpan, start, marker }: Open): void {
    if (kind !== 'field' || label === undefined || !labelSpan) return;
    if (this.#text.slice(valueStart ?? start, end).trim() === '')
      this.#lender = { label, labelSpan, hasBullets: false };
    else if (marker === undefined) this.#lender = undefined;
  }

  #push(block: Omit<Open, 'valueStart'> & Placed): void {
    const valueStart = block.valueStart ?? block.start;
    this.#blocks.push({
      kind: block.kind,
      start: block.start,
      valueStart,
      end: block.end,
      label: block.label,
      labelSpan: block.labelSpan,
      time: block.time,
      marker: block.marker,
      indent: block.indent ?? 0,
      items:
        block.kind === 'heading' || block.kind === 'code' || block.kind === 'quotation'
          ? NO_ITEMS
          : itemsIn(this.#text, valueStart, block.end),
      column: block.column,
      outerStart: block.outerStart,
      heading: this.#headings.length - 1,
    });
  }
}

/** Running text goes on; below a time that stood alone it only begins. */
function extend(open: Open, start: number, end: number): void {
  if (open.end <= open.start) {
    open.start = start;
    open.valueStart = start;
  }
  open.end = Math.max(open.end, end);
}
