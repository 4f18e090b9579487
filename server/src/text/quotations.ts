import { Char, charKind } from './characters.ts';

/** One quotation: UTF-16 offsets of what stands between the marks. Nested quotations are inside their outer one. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** The closing mark was found; an unclosed quotation ends with its sentence or paragraph. */
  readonly closed: boolean;
}

interface OpenMark {
  readonly at: number;
  readonly closer: string;
}

/**
 * Finds quotations in `[from, to)`: straight and curly double marks, curly and straight single marks, guillemets, back-ticks.
 * An apostrophe is never a mark: it stands between letters, or after an s where nothing was opened.
 * Only outermost quotations are returned. An opening mark without a closing one ends at the end of its sentence, so it never swallows the rest.
 */
export function findQuotations(text: string, from: number, to: number): Quotation[] {
  const found: Quotation[] = [];
  let open: OpenMark[] = [];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 64 && code < 91) continue;
    if (code > 96 && code < 123) continue;
    const mark = text[i] as string;
    if (!MARKS.has(mark)) continue;
    const top = open.at(-1);
    const closes = top && top.closer === mark && !between(text, i, from, to);
    if (closes && (mark !== "'" || !startsWord(text, i, to))) {
      open.pop();
      if (open.length === 0) found.push({ start: top.at + 1, end: i, closed: true });
      continue;
    }
    const closer = opens(text, i, from, to);
    if (closer) open.push({ at: i, closer });
    else if (open.length > 1) {
      // A closing mark of an outer level closes what was left open inside it.
      const level = open.findIndex((o) => o.closer === mark);
      if (level >= 0 && !between(text, i, from, to)) {
        const outer = open[level] as OpenMark;
        open = open.slice(0, level);
        if (open.length === 0) found.push({ start: outer.at + 1, end: i, closed: true });
      }
    }
  }
  const unclosed = open[0];
  if (unclosed) {
    const tail = findQuotationsAfterUnclosed(text, unclosed, to);
    found.push(...tail);
  }
  return found.sort((a, b) => a.start - b.start);
}

const MARKS = new Set(['"', "'", '\u201c', '\u201d', '\u2018', '\u2019', '\u00ab', '\u00bb', '`', '\u201e']);

/** The unclosed quotation ends with its sentence; whatever quotations follow are read afresh. */
function findQuotationsAfterUnclosed(text: string, mark: OpenMark, to: number): Quotation[] {
  const end = sentenceEnd(text, mark.at + 1, to);
  // A lone straight single mark with nothing to close it is far more often an apostrophe.
  const own: Quotation[] = mark.closer === "'" ? [] : [{ start: mark.at + 1, end, closed: false }];
  const next = mark.closer === "'" ? mark.at + 1 : end;
  return next < to ? [...own, ...findQuotations(text, next, to)] : own;
}

function sentenceEnd(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (charKind(code) === Char.Newline) return i;
    if (
      (code === 46 || code === 33 || code === 63) &&
      (i + 1 >= to || charKind(text.charCodeAt(i + 1)) <= Char.Newline)
    )
      return i + 1;
  }
  return to;
}

function isWordCode(code: number): boolean {
  const kind = charKind(code);
  return kind === Char.Letter || kind === Char.Digit;
}

/** Between two letters a mark is an apostrophe. */
function between(text: string, i: number, from: number, to: number): boolean {
  return i > from && i + 1 < to && isWordCode(text.charCodeAt(i - 1)) && isWordCode(text.charCodeAt(i + 1));
}

function startsWord(text: string, i: number, to: number): boolean {
  return i + 1 < to && isWordCode(text.charCodeAt(i + 1));
}

/** The mark that would close the one at `i` if it opens a quotation here, else undefined. */
function opens(text: string, i: number, from: number, to: number): string | undefined {
  const mark = text[i] as string;
  if (mark === '\u201c' || mark === '\u201e') return '\u201d';
  if (mark === '\u00ab') return '\u00bb';
  const before = i > from ? text.charCodeAt(i - 1) : 32;
  const opensHere =
    !isWordCode(before) &&
    before !== 46 &&
    before !== 44 &&
    i + 1 < to &&
    charKind(text.charCodeAt(i + 1)) > Char.Newline;
  if (!opensHere) return undefined;
  if (mark === '\u2018') return '\u2019';
  if (mark === '"' || mark === "'" || mark === '`') return mark;
  return undefined;
}
