import type { Block, Heading, Layout } from './block.ts';

const BULLET = /^[ \t]*(?:[-*•–+]|\d{1,2}[.)]|\(?[a-z]\)|\([ivx]{1,4}\)|[A-Z]\d{1,2}[.):]?(?= ))[ \t]+/;
const LOG =
  /^[ \t]*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*[ ,]+)?(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?[ ,]+(?:at )?)?@?(?:\d{4}(?:[ ]?(?:hrs?|hours))?|\d{1,2}[:.]\d{2}(?:[ ]?(?:hrs?|am|pm))?|\d{1,2}[ ]?(?:am|pm))(?=[ \t:–-])[ \t]*[:–-]?[ \t]*/i;
const DATE_ONLY_LOG = /^[ \t]*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}[ \t]+/;
const MARKDOWN_HEADING = /^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^[ \t]{0,3}(?:```|~~~)/;
const BOLD_FIELD = /^[ \t]*(\*\*|__)([^*_\n]{1,48}?)[ \t]*:?\1[ \t]*[:–-]?[ \t]*/;
const FIELD = /^[ \t]*([A-Z][^:\n.;!?"“]{0,47}?)[ \t]*(?::|=)(?=[ \t]|$)[ \t]*/;
const QUESTION_FIELD = /^[ \t]*([A-Z][A-Za-z ]{1,20})\?[ \t]+(?=[A-Z0-9])/;
const DASH_FIELD = /^[ \t]*([A-Z][A-Za-z/&' ]{1,30}?)[ \t]+[-–—][ \t]+/;

/** UTF-16 units; longer than nearly any paragraph a supervisor writes. */
const STRETCH = 2_000;

/**
 * Cuts a text into blocks. Accepts every layout that supervisors write in, and never throws: what fits no other shape is a paragraph.
 * @param text the whole document
 */
export function readLayout(text: string): Layout {
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  let open:
    | {
        kind: Block['kind'];
        start: number;
        valueStart: number;
        end: number;
        label: string | undefined;
        outerStart: number;
      }
    | undefined;
  let inFence = false;

  const close = (): void => {
    if (open && open.end > open.start && open.end - open.start <= 2 * STRETCH) {
      blocks.push({
        kind: open.kind,
        start: open.start,
        valueStart: open.valueStart,
        end: open.end,
        label: open.label,
        outerStart: open.outerStart,
        heading: headings.length - 1,
      });
    } else if (open && open.end > open.start) {
      let from = open.start;
      for (const to of cuts(text, open.start, open.end)) {
        blocks.push({
          ...open,
          start: from,
          valueStart: Math.max(from, open.valueStart),
          label: from === open.start ? open.label : undefined,
          end: to,
          heading: headings.length - 1,
        });
        from = to;
      }
    }
    open = undefined;
  };
  const single = (
    kind: Block['kind'],
    start: number,
    end: number,
    outerStart: number,
    label?: string,
  ): void => {
    close();
    if (end > start)
      blocks.push({ kind, start, valueStart: start, end, label, outerStart, heading: headings.length - 1 });
  };

  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    place(lineShape(text.slice(at, lineEnd)), at, lineEnd);
    at = afterBreak(text, lineEnd);
  }
  close();
  // A line in capitals with nothing below it heads nothing.
  const last = blocks.at(-1);
  if (last?.kind === 'heading' && !/^[ \t]*#/.test(text.slice(lineStart(text, last.start), last.end))) {
    headings.pop();
    blocks[blocks.length - 1] = { ...last, kind: 'paragraph', heading: headings.length - 1 };
  }
  return { blocks, headings };

  function place(shape: LineShape, start: number, end: number): void {
    if (shape.kind === 'fence') {
      close();
      inFence = !inFence;
    } else if (inFence) single('code', start, end, start);
    else if (shape.kind === 'blank') close();
    else if (shape.kind === 'heading') pushHeading(start + shape.from, start + shape.to);
    else if (shape.kind === 'quotation') single('quotation', start, end, start);
    else if (shape.kind === 'row') readRow(text.slice(start, end), start);
    else if (shape.kind !== 'text')
      begin(shape.kind, start + shape.from, end, start, shape.label, start + shape.to);
    else if (open) open.end = end;
    else begin('paragraph', start, end, start, undefined);
  }

  function begin(
    kind: Block['kind'],
    start: number,
    end: number,
    outerStart: number,
    label: string | undefined,
    valueStart = start,
  ): void {
    close();
    open = {
      kind,
      start: Math.min(start, end),
      valueStart: Math.min(valueStart, end),
      end,
      label,
      outerStart,
    };
  }

  function pushHeading(start: number, end: number): void {
    close();
    if (end <= start) return;
    headings.push({
      text: text
        .slice(start, end)
        .replace(/[*_:]+$/g, '')
        .trim(),
      start,
      end,
    });
    blocks.push({
      kind: 'heading',
      start,
      valueStart: start,
      end,
      label: undefined,
      outerStart: start,
      heading: headings.length - 1,
    });
  }

  /** A table row: the first cell is the label of the others. */
  function readRow(line: string, start: number): void {
    close();
    const cells: { start: number; end: number }[] = [];
    let from = line.indexOf('|') + 1;
    while (from < line.length) {
      let to = line.indexOf('|', from);
      if (to < 0) to = line.length;
      cells.push({ start: start + from, end: start + to });
      from = to + 1;
    }
    const first = cells[0];
    const label = first ? text.slice(first.start, first.end).replace(/\*\*/g, '').trim() : undefined;
    cells.forEach((cell, k) => {
      if (k === 0 && cells.length > 1 && (label?.length ?? 0) < 48) return;
      const value = text.slice(cell.start, cell.end);
      const lead = value.length - value.trimStart().length;
      single(
        'cell',
        cell.start + lead,
        cell.start + value.trimEnd().length,
        start,
        k > 0 ? label : undefined,
      );
    });
  }
}

/**
 * Where a paragraph is cut so that no stretch read as a whole is long: at the first sentence end after {@link STRETCH} characters, wherever it must be after twice that.
 * It keeps the work linear in the text, and an edit leaves the cuts after it where they were.
 */
function* cuts(text: string, start: number, end: number): Generator<number> {
  let from = start;
  while (end - from > 2 * STRETCH) {
    let at = from + STRETCH;
    const limit = from + 2 * STRETCH;
    while (at < limit && !(text.charCodeAt(at - 1) === 46 && text.charCodeAt(at) <= 32)) at++;
    if (at === limit) while (at > from + STRETCH && text.charCodeAt(at) > 32) at--;
    yield at;
    from = at;
  }
  yield end;
}

/** What a line is by itself, with offsets relative to it: where its text begins, and where a label ends. */
interface LineShape {
  readonly kind: 'blank' | 'fence' | 'heading' | 'quotation' | 'row' | 'log' | 'field' | 'bullet' | 'text';
  readonly from: number;
  readonly to: number;
  readonly label: string | undefined;
}

const shapes = new Map<string, LineShape>();
const SHAPES_KEPT = 20_000;

/** A line's shape depends on the line alone, so it is read once. */
function lineShape(line: string): LineShape {
  const known = shapes.get(line);
  if (known) return known;
  const made = readLine(line);
  if (shapes.size >= SHAPES_KEPT) shapes.clear();
  shapes.set(line, made);
  return made;
}

function readLine(line: string): LineShape {
  const shape = (kind: LineShape['kind'], from = 0, to = from, label?: string): LineShape => ({
    kind,
    from,
    to,
    label,
  });
  if (line.trim() === '') return shape('blank');
  if (FENCE.test(line)) return shape('fence');
  const heading = MARKDOWN_HEADING.exec(line);
  if (heading) {
    const title = heading[1] ?? '';
    const from = title === '' ? line.length : line.indexOf(title);
    return shape('heading', from, from + title.length);
  }
  if (/^[ \t]*([-=_*])\1{2,}[ \t]*$/.test(line) || /^[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$/.test(line))
    return shape('blank');
  if (/^[ \t]*>/.test(line)) return shape('quotation');
  if (/^[ \t]*\|/.test(line)) return shape('row');
  if (isCapitalsHeading(line))
    return shape('heading', line.length - line.trimStart().length, line.trimEnd().length);
  const offset = BULLET.exec(line)?.[0].length ?? 0;
  const rest = line.slice(offset);
  const log = LOG.exec(rest) ?? DATE_ONLY_LOG.exec(rest);
  if (log) return shape('log', offset + log[0].length);
  const field = readField(rest);
  if (field) return shape('field', offset, offset + field.length, field.label);
  return offset > 0 ? shape('bullet', offset) : shape('text');
}

/** The label at the start of a line and how much of the line it takes, or undefined. */
function readField(line: string): { label: string; length: number } | undefined {
  const bold = BOLD_FIELD.exec(line);
  if (bold?.[2] && (bold[0].includes(':') || /[:–-][ \t]*$/.test(bold[0])))
    return { label: bold[2].trim(), length: bold[0].length };
  const field = FIELD.exec(line);
  if (field?.[1] && isLabel(field[1]) && (!field[0].includes('=') || field[1].trim().split(' ').length <= 3))
    return { label: field[1].trim(), length: field[0].length };
  const question = QUESTION_FIELD.exec(line);
  if (question?.[1] && isLabel(question[1]) && question[1].split(' ').length <= 3)
    return { label: question[1].trim(), length: question[0].length };
  const dash = DASH_FIELD.exec(line);
  if (dash?.[1] && isLabel(dash[1]) && dash[1].split(' ').length <= 3 && !/\bself\b/i.test(dash[1]))
    return { label: dash[1].trim(), length: dash[0].length };
  return undefined;
}

/** A label is a few words without a pronoun or a verb: "Risk grade", not "She said to PC Lomas". */
function isLabel(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (
    words.length > 7 ||
    /\b(?:it|he|she|that|there|here|this)['’]s\b/i.test(text) ||
    /^(spoke|rang|called|told|asked|visited|went|came|said|advised|stated|informed|note|nb|please)\b/i.test(
      text,
    )
  )
    return false;
  return (
    !/\b(she|he|they|i|we|is|was|are|were|has|have|had|said|says|told|states|stated|asked|wrote|put|will|would|can)\b/i.test(
      text,
    ) || /^[A-Z \d/&()'-]+$/.test(text)
  );
}

/** A line in capitals that is a heading: short, no full stop, and no clause with a pronoun and verb of its own. */
function isCapitalsHeading(line: string): boolean {
  const text = line
    .trim()
    .replace(/^\d{1,2}[.)]\s*/, '')
    .replace(/:$/, '');
  if (
    text.length < 2 ||
    text.length > 70 ||
    /[.;]$/.test(text) ||
    !/[A-Z]{2}/.test(text) ||
    /[a-z]/.test(text)
  )
    return false;
  if (text.includes(':')) return false;
  return !/\b(SHE|HE|THEY|HERSELF|HIMSELF|THEMSELVES)\b/.test(text);
}

const BREAK = /[\n\r\u2028\u2029]/g;

function endOfLine(text: string, from: number): number {
  BREAK.lastIndex = from;
  return BREAK.exec(text)?.index ?? text.length;
}

function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

function lineStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && !/[\n\r\u2028\u2029]/.test(text[from - 1] as string)) from--;
  return from;
}
