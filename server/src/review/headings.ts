import { isKnownLabel, isLabel } from './labels.ts';

/** A heading on one line; offsets in the line. */
export interface HeadingLine {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly marker: string | undefined;
}

const MARKDOWN = /^[ \t]{0,3}(#{1,6})(?:[ \t]+|$)/;
const CLOSING = /(?<!#)#+$/;
const BOLD = /^[ \t]*(\*\*|__)([^*_]{2,80})\1[ \t]*$/;
const NUMBER = /^[ \t]*(\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|\([a-z\d]\)|[ivx]{1,5}[.)]|[A-Z][.)])[ \t]+/;
const MAX_LENGTH = 70;
/** White space and number included; what is longer is read no further. */
const MAX_LINE = 200;

/** "## Risk ##". */
export function markdownHeading(line: string): HeadingLine | undefined {
  const found = MARKDOWN.exec(line);
  if (!found) return undefined;
  const marks = found[1] as string;
  let title = line.slice(found[0].length).trim();
  // Closing marks count as such only after a space.
  const closing = title.length - title.replace(CLOSING, '').length;
  if (closing > 0 && /^$|[ \t]$/.test(title.slice(0, -closing))) title = title.slice(0, -closing).trimEnd();
  const from = title === '' ? line.length : line.indexOf(title, found[0].length);
  return { from, to: from + title.length, level: marks.length, marker: marks };
}

/** A whole line in bold that is no sentence and no field. */
export function boldHeading(line: string): HeadingLine | undefined {
  const found = BOLD.exec(line);
  if (!found || /[.:;]\s*$/.test(found[2] as string)) return undefined;
  const title = (found[2] as string).trim();
  const from = line.indexOf(title);
  return { from, to: from + title.length, level: 3, marker: found[1] };
}

/** A line in capitals: short, no full stop, and no clause with a pronoun. Digits, slashes, brackets, and a colon or dash at the end may be in it. */
export function capitalsHeading(line: string): HeadingLine | undefined {
  if (line.length > MAX_LINE) return undefined;
  const number = NUMBER.exec(line);
  const title = line
    .slice(number?.[0].length ?? 0)
    .trim()
    .replace(/[ \t]*[:–-]+$/, '');
  const letters = title.replace(/\([^)]*\)$/, '').trim();
  if (
    letters.length < 2 ||
    title.length > MAX_LENGTH ||
    /[.;]$/.test(title) ||
    !/[A-Z]{2}/.test(letters) ||
    /[a-z]/.test(letters) ||
    /:(?!\d)/.test(letters) ||
    /\b(?:SHE|HE|THEY|HERSELF|HIMSELF|THEMSELVES)\b/.test(letters)
  )
    return undefined;
  return whole(line, number ? levelOfNumber(number[1] as string) : 2, number?.[1]);
}

/** "1. Circumstances", "(a) Risk": a number and a label that supervisors use. Whether it heads anything, the lines below show. */
export function numberedHeading(line: string): HeadingLine | undefined {
  if (line.length > MAX_LINE) return undefined;
  const number = NUMBER.exec(line);
  if (!number) return undefined;
  const title = line.slice(number[0].length).trim().replace(/[:?]$/, '');
  return isKnownLabel(title) ? whole(line, levelOfNumber(number[1] as string), number[1]) : undefined;
}

/** "Code of Ethics", "What has happened": a few words without a stop or a verb of their own. Whether they head anything, the lines around them show. */
export function plainHeading(line: string): HeadingLine | undefined {
  if (line.length > MAX_LINE) return undefined;
  const title = line.trim();
  if (isKnownLabel(title.replace(/[?]$/, '')) && /^[A-Z]/.test(title)) return whole(line, 3, undefined);
  if (!/^[A-Z][A-Za-z'/&,() -]*[A-Za-z)?]$/.test(title) || title.length > 50) return undefined;
  if (title.split(/\s+/).length > 6 || !isLabel(title.replace(/\?$/, ''))) return undefined;
  // A greeting, a signature, and an order are as short as a heading.
  if (/^(?:dear|hi|hello|morning|thanks|thank|regards|kind|yours|many|sir|ma'am|please)\b/i.test(title))
    return undefined;
  return whole(line, 3, undefined);
}

function whole(line: string, level: number, marker: string | undefined): HeadingLine {
  return {
    from: line.length - line.trimStart().length,
    to: line.trimEnd().length,
    level,
    marker,
  };
}

/** "1." is a section of the document, "1.2" a part of one. */
function levelOfNumber(number: string): number {
  const dots = number.replace(/[.)]$/, '').split('.').length - 1;
  return Math.min(6, 2 + dots);
}
