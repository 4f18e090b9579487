import type { Layout } from './block.ts';
import { Builder } from './builder.ts';
import { entriesOf } from './entries.ts';
import { isKnownLabel } from './labels.ts';
import { linesOf } from './lines.ts';
import { follows } from './markers.ts';
import { areBullets } from './quoted.ts';
import { initialPiece, type LineShape, piecesAfterBareMarker, shapeOf } from './shape.ts';
import { commentAt, frontMatterLines } from './skipped.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly shape: LineShape;
}

/** Lines looked at to see whether a mark or an initial has a successor. */
const REACH = 8;
/** A line as long as this was not broken by its writer's thought but by the margin. */
const FULL_LINE = 40;

/**
 * Cuts a text into blocks, headings and entries. Accepts every layout that supervisors write in, and never throws: what fits no other shape is a
 * paragraph.
 * @param text the whole document
 */
export function readLayout(text: string): Layout {
  const spans = linesOf(text);
  const lines = spans.map(({ start, end }): Line => {
    const line = text.slice(start, end);
    return { start, end, text: line, shape: shapeOf(line) };
  });
  const builder = new Builder(text);
  const matter = frontMatterLines(text, spans);
  for (let k = 0; k < matter; k++) frontMatter(builder, lines[k] as Line);
  readLines(text, lines, matter, builder);
  const { blocks, headings } = builder.finish();
  return {
    blocks,
    headings,
    entries: entriesOf(text, blocks, headings),
    frontMatter: matter > 0 ? { start: spans[1]?.start ?? 0, end: spans[matter - 2]?.end ?? 0 } : undefined,
  };
}

/** A key and its value, which are settings and not the review's text. */
function frontMatter(builder: Builder, { start, end, text, shape }: Line): void {
  const key = /^([\w.-]+):[ \t]*/.exec(text);
  if (key)
    builder.single('code', start, end, start, {
      valueStart: start + key[0].length,
      label: key[1],
      labelSpan: { start, end: start + (key[1] as string).length },
    });
  else if (shape.kind !== 'rule' && shape.kind !== 'blank') builder.single('code', start, end, start);
}

function readLines(text: string, lines: readonly Line[], first: number, builder: Builder): void {
  const lastClose = text.lastIndexOf('-->');
  let inFence = false;
  /** The mark last confirmed by its neighbours, while its list goes on. */
  let bare: string | undefined;
  let initials = false;
  for (let k = first; k < lines.length; k++) {
    const line = lines[k] as Line;
    const { start, end, shape } = line;
    if (shape.kind === 'fence') {
      builder.close();
      inFence = !inFence;
      continue;
    }
    if (inFence) {
      builder.single('code', start, end, start);
      continue;
    }
    const comment = commentAt(text, start, line.text, lastClose);
    if (comment) {
      while (k + 1 < lines.length && (lines[k + 1] as Line).start < comment.end) k++;
      const last = lines[k] as Line;
      builder.single('code', comment.start, comment.end, start);
      const rest = text.slice(comment.end, last.end);
      if (rest.trim() !== '') builder.pieces(shapeOf(rest).pieces, comment.end, shape.indent);
      continue;
    }
    if (shape.kind === 'blank' || shape.kind === 'rule') {
      builder.blank();
      if (shape.kind === 'blank') bare = undefined;
      initials = false;
      continue;
    }
    const next = lines[k + 1];
    if (shape.kind === 'row' || (shape.bars && next?.shape.kind === 'rule' && next.shape.bars)) {
      k = readTable(lines, k, builder);
      continue;
    }
    if (shape.kind === 'angle') {
      const run = lines.slice(k, runEnd(lines, k));
      const bullets = areBullets(run.map((l) => ({ line: l.text, shape: l.shape })));
      for (const l of run) {
        if (bullets) builder.pieces(l.shape.pieces, l.start, l.shape.indent);
        else builder.single('quotation', l.start, l.end, l.start);
      }
      k += run.length - 1;
      continue;
    }
    const level = underlined(lines, k);
    const heading = shape.heading ?? (confirms(lines, k, builder) ? shape.maybe : undefined);
    if (level > 0 || heading) {
      const from = heading?.from ?? line.text.length - line.text.trimStart().length;
      const to = heading?.to ?? line.text.trimEnd().length;
      builder.heading(start + from, start + to, {
        level: level > 0 ? level : (heading?.level ?? 3),
        marker: heading?.marker,
        certain: level > 0 || /^#/.test(heading?.marker ?? ''),
      });
      continue;
    }
    if (shape.bareMarker !== undefined && isNumbered(lines, k, bare)) {
      bare = shape.bareMarker;
      builder.pieces(piecesAfterBareMarker(line.text), start, shape.indent);
      continue;
    }
    initials &&= shape.initial || shape.pieces[0]?.kind === 'text';
    if (shape.initial && (initials || ahead(lines, k, (l) => l.shape.initial))) {
      initials = true;
      builder.pieces([initialPiece(line.text)], start, shape.indent);
      continue;
    }
    builder.pieces(shape.pieces, start, shape.indent);
  }
}

/** Reads the rows from line `k`; returns the last line read. */
function readTable(lines: readonly Line[], k: number, builder: Builder): number {
  const next = lines[k + 1];
  const hasHeader = next?.shape.kind === 'rule' && next.shape.bars;
  const isHeader =
    hasHeader ||
    (next?.shape.kind === 'row' &&
      /^[ \t|*]*(?:field|item|heading|section|question|label)[ \t|*]/i.test(lines[k]?.text ?? ''));
  builder.table();
  let at = k;
  for (; at < lines.length; at++) {
    const { shape, text, start } = lines[at] as Line;
    if (shape.kind === 'rule' && shape.bars) continue;
    if (shape.kind !== 'row' && !(shape.bars && hasHeader)) break;
    builder.row(text, start, at === k && isHeader, shape.indent);
  }
  return at - 1;
}

function runEnd(lines: readonly Line[], k: number): number {
  let at = k;
  while (lines[at]?.shape.kind === 'angle') at++;
  return at;
}

/** The level of a title that the next line underlines, or 0. */
function underlined(lines: readonly Line[], k: number): number {
  const { shape, text } = lines[k] as Line;
  const rule = lines[k + 1]?.text.trim() ?? '';
  if (shape.kind !== 'pieces' && shape.kind !== 'heading') return 0;
  if (!/^(?:={3,}|-{3,})$/.test(rule) || text.trim().length > 80 || /[.;,]$/.test(text.trim())) return 0;
  const before = lines[k - 1]?.shape.kind;
  if (before !== undefined && before !== 'blank' && before !== 'rule' && before !== 'heading') return 0;
  if (shape.kind === 'pieces' && (shape.pieces.length > 1 || shape.pieces[0]?.kind !== 'text')) return 0;
  return rule[0] === '=' ? 1 : 2;
}

/** Whether the lines around a possible heading make it one: nothing runs into it, and something follows that it can head. */
function confirms(lines: readonly Line[], k: number, builder: Builder): boolean {
  const { shape, text } = lines[k] as Line;
  const { maybe } = shape;
  if (!maybe) return false;
  const before = lines[k - 1];
  const stands =
    before === undefined ||
    before.shape.kind === 'blank' ||
    before.shape.kind === 'rule' ||
    before.shape.kind === 'heading' ||
    builder.endsWithHeading;
  const directly = lines[k + 1];
  const after = directly?.shape.kind === 'blank' ? lines[k + 2] : directly;
  const body = after?.shape.pieces[0];
  if (after?.shape.kind !== 'pieces' || !body) return false;
  const isText = body.kind === 'text' || body.kind === 'bullet';
  if (shape.capitalsField) return stands && isText && after.shape.maybe === undefined && !after.shape.initial;
  const title = text.trim();
  if (maybe.marker !== undefined)
    return (
      body.kind === 'text' &&
      after.shape.bareMarker === undefined &&
      (after === directly || after.text.length > title.length)
    );
  const isKnown = isKnownLabel(title);
  if (isKnown) return stands || (/[.!?]\s*$/.test(before?.text ?? '') && isText);
  return stands && after === directly && body.kind === 'text' && after.text.length >= FULL_LINE;
}

/** A bare number or letter counts when it goes on from the one before, or when it is the first and the second follows. */
function isNumbered(lines: readonly Line[], k: number, last: string | undefined): boolean {
  const marker = lines[k]?.shape.bareMarker as string;
  if (last !== undefined && follows(last, marker)) return true;
  if (!/^(?:1|A\.|a\.)$/.test(marker)) return false;
  return ahead(lines, k, (l) => l.shape.bareMarker !== undefined && follows(marker, l.shape.bareMarker));
}

function ahead(lines: readonly Line[], k: number, is: (line: Line) => boolean): boolean {
  for (let at = k + 1; at < Math.min(lines.length, k + REACH); at++) {
    const line = lines[at] as Line;
    if (line.shape.kind === 'blank') return false;
    if (is(line)) return true;
  }
  return false;
}
