import { endsWithGrade, isContainerInitial, isKnownLabel, isLabel } from './labels.ts';

/** A label at the head of a line or of a part of one; offsets relative to where it was read from. */
export interface LabelHead {
  /** As written. */
  readonly label: string;
  readonly labelFrom: number;
  readonly labelTo: number;
  /** Where the value begins. */
  readonly through: number;
}

type Reader = (line: string) => LabelHead | undefined;

const BOLD =
  /^([ \t]*(?:\*\*|__)[ \t]*)([^*_\n]{1,48}?)([ \t]*[:?]?(?:\*\*|__)[ \t]*(?:[:–-](?=[ \t]|$))?[ \t]*)/;
const COLON = /^([ \t]*)([A-Z](?:[^:\n.;!?"“\t ]|[ ](?! )){0,47}?)[ \t]*(?::-?|=)(?=[ \t]|$)[ \t]*/;
const TIGHT_COLON = /^([ \t]*)([A-Za-z][A-Za-z/&' ]{1,24}):(?=[A-Z\d])/;
const LOWER = /^([ \t]*)([a-z][a-z/&' ]{1,24}?)[ \t]*(?::|=|[ \t]-|[ \t]–)[ \t]+/;
const ANGLE = /^([ \t]*)([A-Z][A-Za-z/&' ]{1,30}?)[ \t]*>[ \t]+/;
const QUESTION = /^([ \t]*)([A-Z][A-Za-z ]{1,20})\?[ \t]+(?=[A-Z0-9])/;
const DASH = /^([ \t]*)([A-Z][A-Za-z/&' ]{1,30}?)[ \t]+(?:-{1,2}|–)[ \t]+/;
const DASH_ALONE = /^([ \t]*)([A-Z][A-Za-z/&' ]{1,30}?)[ \t]+(?:-{1,2}|–)[ \t]*$/;
const TAB = /^([ \t]*)([A-Z][A-Za-z/&'() ]{1,40}?)[ ]*\t[ \t]*(?=\S)/;
const CAPITALS_GAP = /^([ \t]*)([A-Z][A-Z/&'-]{3,}(?: [A-Z/&'-]{2,}){0,3})[ ]{2,}(?=\S)/;
const INITIAL = /^([ \t]*)([A-Z])[ \t]*(?:-|–|:|=)[ \t]+(?=\S)/;

/** UTF-16 units in which a label and what follows it must end. */
const REACH = 120;

const wordsIn = (label: string): number => label.trim().split(/\s+/).length;

const readers: readonly Reader[] = [
  (line) => {
    const found = BOLD.exec(line);
    return found && /[:?–-]/.test(found[3] as string) ? headOf(found) : undefined;
  },
  (line) => {
    const found = CAPITALS_GAP.exec(line);
    return found && (isKnownLabel(found[2] as string) || /[a-z]/.test(line)) && isLabel(found[2] as string)
      ? headOf(found)
      : undefined;
  },
  (line) => {
    const found = COLON.exec(line);
    if (!found || !isLabel(found[2] as string)) return undefined;
    return found[0].includes('=') && wordsIn(found[2] as string) > 3 ? undefined : headOf(found);
  },
  (line) => known(TIGHT_COLON.exec(line)),
  (line) => known(ANGLE.exec(line)),
  (line) => short(QUESTION.exec(line)),
  (line) => {
    const head = short(DASH.exec(line));
    return head && (endsWithGrade(head.label) || /\bself\b/i.test(head.label)) ? undefined : head;
  },
  (line) => known(DASH_ALONE.exec(line)),
  (line) => short(TAB.exec(line)),
];

/**
 * The label that a line begins with, in any of the forms "Risk: x", "**Risk:** x", "**Risk**: x", "Risk - x", "Risk – x", "Risk = x", "Risk> x",
 * "Risk? x", "Risk", tab, "x", and "RISK  x"; undefined where the line begins with prose or with the owner of an action.
 * @param line after any bullet, in the characters of {@link plain}
 * @param setOff after a bullet, a number or a gap, where a known label may be in lower case; elsewhere "search: one other force" is a wrapped line
 */
export function readLabel(line: string, setOff: boolean): LabelHead | undefined {
  const beginning = line.slice(0, REACH);
  for (const read of readers) {
    const head = read(beginning);
    if (head) return head;
  }
  return setOff ? known(LOWER.exec(beginning)) : undefined;
}

/** "T – male 'Jay' approx 20": an initial of THRIVE and its like; only a sequence of them shows that it is one. */
export function readInitial(line: string): LabelHead | undefined {
  const found = INITIAL.exec(line.slice(0, REACH));
  return found && isContainerInitial(found[2] as string) ? headOf(found) : undefined;
}

function headOf(found: RegExpExecArray): LabelHead {
  const raw = found[2] as string;
  const label = raw.trim();
  const labelFrom = (found[1] as string).length + (raw.length - raw.trimStart().length);
  return { label, labelFrom, labelTo: labelFrom + label.length, through: found[0].length };
}

function known(found: RegExpExecArray | null): LabelHead | undefined {
  return found && isKnownLabel(found[2] as string) ? headOf(found) : undefined;
}

function short(found: RegExpExecArray | null): LabelHead | undefined {
  const label = found?.[2];
  return found && label !== undefined && isLabel(label) && wordsIn(label) <= 3 ? headOf(found) : undefined;
}
