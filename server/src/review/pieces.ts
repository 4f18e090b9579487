import { readInitial, readLabel } from './fields.ts';
import { isKnownLabel } from './labels.ts';
import { nextMarker } from './markers.ts';
import { readTimeHead } from './times.ts';

// No pattern here begins with a run of spaces that may turn out not to count: a line can be anything, and as long as a document.
const GAP = /[ ]{2,}|\t[ \t]*|[ ][/|][ ]+/g;
const INLINE_BULLET = /[ \t][*•][ \t]+/g;
const KNOWN_WITHIN =
  /([.;,)!?"'\w][ ]+)((?:\*\*)?[A-Z][A-Za-z/&']*(?: [A-Za-z/&']+){0,3})(?::(?:\*\*)?|=)[ ]+(?=\S)/g;

/**
 * Where a line that holds several fields, bullets or log lines is cut: "Risk? M   Rationale: age", "T – … / H – …", "* suspect: … * kids: …",
 * "1) Circs – … 2) Risk – …", and a whole form whose line breaks were lost on paste.
 * @param line in the characters of {@link plain}
 * @param marker the mark at its head, or undefined
 * @param from where its text begins, after that mark
 * @returns offsets where a part begins, ascending, without the first; empty for a line that is one whole
 */
export function cutsOf(line: string, marker: string | undefined, from: number): readonly number[] {
  if (line.length - from < 8) return NONE;
  const text = line.slice(from);
  const lead = text.length - text.trimStart().length;
  const afterTime = from + (readTimeHead(text.trimStart())?.through ?? -lead) + lead;
  const cuts = new Set<number>([
    ...bulletCuts(line, marker, from),
    ...numberCuts(line, marker, from),
    ...initialCuts(line, from),
    ...labelCuts(line, afterTime),
    ...logCuts(line, from),
  ]);
  return cuts.size === 0 ? NONE : [...cuts].sort((a, b) => a - b);
}

const NONE: readonly number[] = [];

/** The same bullet again, or two round ones. */
function bulletCuts(line: string, marker: string | undefined, from: number): number[] {
  const cuts = [...line.matchAll(INLINE_BULLET)]
    .map((found) => found.index + found[0].search(/[*•]/))
    .filter((at) => at > from);
  const sameAgain = cuts.length > 0 && line[cuts[0] as number] === marker;
  return sameAgain || (cuts.length > 1 && line[cuts[0] as number] === '•') ? cuts : [];
}

/** "1) … 2) …" where most have a label of their own; other numbered points stay together. */
function numberCuts(line: string, marker: string | undefined, from: number): number[] {
  if (marker === undefined || !/^\(?(?:1|a)[.)]$/.test(marker) || !readLabel(line.slice(from), true))
    return [];
  const cuts: number[] = [];
  let labelled = 1;
  let wanted = nextMarker(marker);
  for (let at = line.indexOf(` ${wanted} `, from); at >= 0; at = line.indexOf(` ${wanted} `, at)) {
    if (readLabel(line.slice(at + wanted.length + 2), true)) labelled++;
    cuts.push(at + 1);
    wanted = nextMarker(wanted);
  }
  return labelled > 1 && labelled * 2 > cuts.length ? cuts : [];
}

/** Initials of THRIVE and its like between slashes; three make the sequence. */
function initialCuts(line: string, from: number): number[] {
  if (!readInitial(line.slice(from))) return [];
  const cuts = [...line.matchAll(/[ \t][/|][ \t]+/g)]
    .map((found) => found.index + found[0].length)
    .filter((at) => at > from && readInitial(line.slice(at)));
  return cuts.length >= 2 ? cuts : [];
}

/** After a gap any label; after a sentence or a word one that supervisors use, where the line has another. */
function labelCuts(line: string, from: number): number[] {
  const first = readLabel(line.slice(from), true);
  const cuts: number[] = [];
  for (const gap of line.matchAll(GAP)) {
    const at = gap.index + gap[0].length;
    if (gap.index <= from || at >= line.length) continue;
    // The gap behind "RISK" and before its value is no boundary.
    if (first && at <= from + first.through) continue;
    const next = readLabel(line.slice(at), true);
    if (next && (first || isKnownLabel(next.label)) && /[:?=*]/.test(line.slice(at, at + next.through)))
      cuts.push(at);
  }
  const within = [...line.matchAll(KNOWN_WITHIN)].flatMap((found) => {
    const at = knownStart(line, found.index + (found[1] as string).length, found[2] as string);
    return at > from ? [at] : [];
  });
  if (within.length + cuts.length >= (first && isKnownLabel(first.label) ? 1 : 2)) {
    const afterStop = within.filter((at) => /[.;!?]["')]?[ ]+$/.test(line.slice(Math.max(0, at - 8), at)));
    // One label in the middle of a sentence is a word with a colon; two or more are a form without its line breaks.
    cuts.push(...(within.length + cuts.length >= 2 ? within : afterStop));
  }
  return cuts;
}

/** "High Rationale:" holds the label in its last words; -1 where none of them is one. */
function knownStart(line: string, from: number, words: string): number {
  let at = 0;
  while (at >= 0 && at < words.length) {
    const label = words.slice(at);
    if (/^(?:\*\*)?[A-Z]/.test(label) && isKnownLabel(label))
      return line.startsWith(label, from + at) ? from + at : -1;
    const space = words.indexOf(' ', at);
    at = space < 0 ? -1 : space + 1;
  }
  return -1;
}

/** Log lines run together: three times, each after a full stop and before a capital. */
function logCuts(line: string, from: number): number[] {
  if (line.length < 120 || !/^\d/.test(line.slice(from))) return [];
  const cuts: number[] = [];
  for (const found of line.matchAll(/[.!?]["')]?[ ]+(?=\d{2}[:.]?\d{2}[ :–-])/g)) {
    const at = found.index + found[0].length;
    const head = readTimeHead(line.slice(at));
    if (head && /^[A-Z]/.test(line.slice(at + head.through))) cuts.push(at);
  }
  return cuts.length >= 2 ? cuts : [];
}
