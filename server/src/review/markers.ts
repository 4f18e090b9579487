/** A bullet or number at the head of a line. */
export interface Marker {
  /** As written, without the space after it. */
  readonly text: string;
  /** White space before it. */
  readonly from: number;
  /** Length of white space, mark and the space after it. */
  readonly through: number;
}

const MARK =
  /^([ \t]*)([-*•–+]|o(?=[ \t])|\d{1,2}[.)]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\(?[a-z]\)|\(?[ivx]{1,5}\)|[ivx]{1,5}\.|[A-Z]\)|[A-Z]\d{1,2}[.):]?(?= ))[ \t]+(?=\S)/;
const GLUED = /^([ \t]*)(•|\d{1,2}\)|\(\d{1,2}\)|\([a-z]\))(?=[A-Za-z])/;
const BARE = /^([ \t]*)(\d{1,2}|[A-Z]\.|[a-z]\.)[ \t]+(?=\S)/;

/**
 * The mark at the head of a line: "-", "•", "o", "1)", "1.2", "(a)", "iv.", "A1"; undefined without one.
 * @param line in the characters of {@link plain}
 */
export function readMarker(line: string): Marker | undefined {
  return toMarker(MARK.exec(line) ?? GLUED.exec(line));
}

/** A mark that only its neighbours show to be one: "1 sec 47, joint" above "2 SARC", "A. PC Wain" above "B. DC Ferris". */
export function readBareMarker(line: string): Marker | undefined {
  return toMarker(BARE.exec(line));
}

function toMarker(found: RegExpExecArray | null): Marker | undefined {
  if (!found) return undefined;
  const from = found[1]?.length ?? 0;
  return { text: found[2] as string, from, through: found[0].length };
}

/** Whether the second of two marks is the next in the numbering of the first: 1 and 2, A. and B. */
export function follows(first: string, second: string): boolean {
  return nextMarker(first) === second;
}

/** The mark after this one: "2)" after "1)", "(b)" after "(a)", "1.3" after "1.2"; a bullet follows itself. */
export function nextMarker(marker: string): string {
  const number = /^(.*?)(\d+)([^\d]*)$/.exec(marker);
  if (number) return `${number[1]}${Number(number[2]) + 1}${number[3]}`;
  const roman = /^(\(?)([ivx]{1,5})([.)])$/.exec(marker);
  // "i." begins a numbering; "v." and "x." could be letters, but no list comes so far in either.
  if (roman) {
    const at = ROMAN.indexOf(roman[2] as string);
    if (at >= 0 && at + 1 < ROMAN.length) return `${roman[1]}${ROMAN[at + 1]}${roman[3]}`;
  }
  const letter = /^(\(?)([A-Ya-y])([.)])$/.exec(marker);
  if (letter)
    return `${letter[1]}${String.fromCharCode((letter[2] as string).charCodeAt(0) + 1)}${letter[3]}`;
  return marker;
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

/** Whether a mark numbers or letters what follows, where a bullet only sets it off. */
export function isNumbering(marker: string): boolean {
  return /[\dA-Za-z]/.test(marker) && marker !== 'o';
}
