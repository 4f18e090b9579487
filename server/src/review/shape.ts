import { isAuthorLine } from './authors.ts';
import { readInitial, readLabel } from './fields.ts';
import {
  boldHeading,
  capitalsHeading,
  type HeadingLine,
  markdownHeading,
  numberedHeading,
  plainHeading,
} from './headings.ts';
import { isKnownLabel } from './labels.ts';
import { indentOf, plain } from './lines.ts';
import { readBareMarker, readMarker } from './markers.ts';
import { cutsOf } from './pieces.ts';
import { readTimeHead } from './times.ts';

/** One part of a line: a log line, a field, a bullet, or running text. Offsets in the line. */
export interface Piece {
  readonly kind: 'log' | 'field' | 'bullet' | 'text';
  /** Where it begins, mark and time included. */
  readonly outer: number;
  /** Where its text begins: a label counts as text, a mark and a time do not. */
  readonly from: number;
  readonly valueFrom: number;
  /** Where it ends, before the separator of the next part. */
  readonly to: number;
  readonly marker: string | undefined;
  readonly label: { readonly text: string; readonly from: number; readonly to: number } | undefined;
  readonly time: { readonly from: number; readonly to: number } | undefined;
}

/** What a line is by itself. What its neighbours must confirm is only a possibility here. */
export interface LineShape {
  readonly kind: 'blank' | 'rule' | 'fence' | 'heading' | 'angle' | 'row' | 'pieces';
  readonly heading: HeadingLine | undefined;
  /** A heading if the lines around agree. */
  readonly maybe: HeadingLine | undefined;
  /** "RISK GRADING – Medium": a heading over a text, a field among fields. */
  readonly capitalsField: boolean;
  /** A bar stands in the line, so it may be a row of a table without outer bars. */
  readonly bars: boolean;
  /** A mark that the lines around must confirm: "1 sec 47", "A. PC Wain". */
  readonly bareMarker: string | undefined;
  /** The initial of a container, to be confirmed likewise: "T – male, 20". */
  readonly initial: boolean;
  readonly indent: number;
  readonly pieces: readonly Piece[];
}

const shapes = new Map<string, LineShape>();
const SHAPES_KEPT = 20_000;

/** A line's shape depends on the line alone, so it is read once. */
export function shapeOf(line: string): LineShape {
  const known = shapes.get(line);
  if (known) return known;
  const made = readLine(plain(line), indentOf(line));
  if (shapes.size >= SHAPES_KEPT) shapes.clear();
  shapes.set(line, made);
  return made;
}

const FENCE = /^[ \t]{0,3}(?:```|~~~)/;
const RULE = /^[ \t]*([-=_*–])\1{2,}[ \t]*$/;
const DELIMITER = /^[ \t:|-]+$/;

function readLine(line: string, indent: number): LineShape {
  const shape = (kind: LineShape['kind'], more: Partial<LineShape> = {}): LineShape => ({
    kind,
    heading: undefined,
    maybe: undefined,
    capitalsField: false,
    bars: false,
    bareMarker: undefined,
    initial: false,
    indent,
    pieces: [],
    ...more,
  });
  if (line.trim() === '') return shape('blank');
  if (FENCE.test(line)) return shape('fence');
  const markdown = markdownHeading(line);
  if (markdown) return shape('heading', { heading: markdown });
  if (RULE.test(line) || (line.includes('|') && DELIMITER.test(line)))
    return shape('rule', { bars: line.includes('|') });
  if (/^[ \t]*>/.test(line)) return shape('angle', { pieces: piecesOf(line, angleLength(line), '>') });
  if (/^[ \t]*\|/.test(line)) return shape('row', { bars: true });
  const bold = boldHeading(line);
  if (bold) return shape('heading', { heading: bold });
  const indentation = line.length - line.trimStart().length;
  const atHead = readTimeHead(line.slice(indentation));
  const capitals = atHead || isAuthorLine(line) || readInitial(line) ? undefined : capitalsHeading(line);
  const pieces = piecesOf(line, 0, undefined);
  const first = pieces[0] as Piece;
  const value = first.label ? line.slice(first.valueFrom, first.to).trim() : '';
  const inCapitals =
    first.kind === 'field' &&
    /^[^a-z]+$/.test(first.label?.text ?? '') &&
    (first.label?.text.length ?? 0) > 1;
  if (capitals && !(inCapitals && value !== '' && isKnownLabel(first.label?.text ?? '')))
    return shape('heading', { heading: capitals, pieces });
  return shape('pieces', {
    maybe:
      capitals ??
      (inCapitals &&
      pieces.length === 1 &&
      value !== '' &&
      value.split(/\s+/).length <= 3 &&
      isDash(line, first)
        ? { from: indentation, to: line.trimEnd().length, level: 2, marker: first.marker }
        : first.kind === 'text' || first.kind === 'bullet'
          ? (numberedHeading(line) ?? (first.kind === 'text' ? plainHeading(line) : undefined))
          : undefined),
    capitalsField: inCapitals && value !== '',
    bars: line.includes('|'),
    bareMarker: first.kind === 'text' ? readBareMarker(line)?.text : undefined,
    initial: first.kind === 'text' && pieces.length === 1 && readInitial(line) !== undefined,
    pieces,
  });
}

function isDash(line: string, { label, valueFrom }: Piece): boolean {
  return label !== undefined && /^[ \t]*[-–]+[ \t]*$/.test(line.slice(label.to, valueFrom));
}

function angleLength(line: string): number {
  return (/^[ \t]*>+[ \t]*/.exec(line) as RegExpExecArray)[0].length;
}

/** The line read with the bare mark that its neighbours confirm. */
export function piecesAfterBareMarker(line: string): readonly Piece[] {
  const text = plain(line);
  const marker = readBareMarker(text);
  return marker ? piecesOf(text, marker.through, marker.text) : piecesOf(text, 0, undefined);
}

/** The line read as an initial and its value, which its neighbours confirm. */
export function initialPiece(line: string): Piece {
  const text = plain(line);
  return pieceOf(text, 0, text.trimEnd().length, 0, undefined, true);
}

function piecesOf(line: string, from: number, given: string | undefined): readonly Piece[] {
  const mark = given === undefined ? markerAt(line, from) : undefined;
  const marker = given ?? mark?.text;
  const textFrom = from + (mark?.through ?? 0);
  const cuts = cutsOf(line, marker, textFrom);
  const initials = cuts.length > 1 && readInitial(line.slice(textFrom)) !== undefined;
  const starts = [given === undefined ? from : 0, ...cuts];
  return starts.map((start, k) => {
    const next = starts[k + 1];
    const to = next === undefined ? line.length : start + withoutSeparator(line.slice(start, next)).length;
    if (k === 0) return pieceOf(line, start, to, textFrom, marker, initials);
    const inner = markerAt(line, start);
    return pieceOf(line, start, Math.max(to, start), start + (inner?.through ?? 0), inner?.text, initials);
  });
}

/** The mark at an offset, unless it is the beginning of a time or date: "10.11.25 2147" is no number. */
function markerAt(line: string, from: number): { text: string; through: number } | undefined {
  const rest = line.slice(from);
  const marker = readMarker(rest);
  if (!marker) return undefined;
  if (/^\d/.test(marker.text) && readTimeHead(rest.trimStart())) return undefined;
  return marker;
}

/** Reads one part: its time, then its label. */
function pieceOf(
  line: string,
  outer: number,
  to: number,
  from: number,
  marker: string | undefined,
  initial = false,
): Piece {
  const part = line.slice(from, to);
  const lead = part.length - part.trimStart().length;
  const time = readTimeHead(part.slice(lead));
  const textFrom = time ? from + lead + time.through : from;
  const head =
    (initial ? readInitial(line.slice(textFrom, to)) : undefined) ??
    readLabel(line.slice(textFrom, to), marker !== undefined || outer > 0);
  const label = head && {
    text: head.label,
    from: textFrom + head.labelFrom,
    to: textFrom + head.labelTo,
  };
  return {
    kind: time ? 'log' : label ? 'field' : marker === undefined ? 'text' : 'bullet',
    outer,
    from: Math.min(textFrom, to),
    valueFrom: Math.min(head ? textFrom + head.through : textFrom, to),
    to,
    marker,
    label,
    time: time && { from: from + lead, to: from + lead + time.length },
  };
}

/** A part without the white space, slash or bar that parts it from the next. */
function withoutSeparator(part: string): string {
  const text = part.trimEnd();
  return /[ \t][/|]$/.test(text.slice(-2)) ? text.slice(0, -1).trimEnd() : text;
}
