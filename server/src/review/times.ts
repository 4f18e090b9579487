const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_NAME =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const DATE = [
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?',
  '\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}',
  '\\d{1,2}-\\d{1,2}-\\d{2,4}',
  `\\d{1,2}(?:st|nd|rd|th)?[ -]?${MONTH}\\b(?:[ -]?(?:20)?\\d{2}(?!\\d))?`,
  `\\d{1,2}${MONTH}(?:20)?\\d{2}(?!\\d)`,
  '\\d{1,2}(?:st|nd|rd|th)',
].join('|');
const FULL_DATE = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?[ -]?${MONTH}\\b(?:[ -]?(?:20)?\\d{2}(?!\\d))?|\\d{1,2}${MONTH}(?:20)?\\d{2}(?!\\d))`;
const ZONE = '(?:[ ]?(?:Z|UTC|BST|GMT)\\b)?';
const HRS = '(?:[ ]?(?:hours|hrs?|h)\\b\\.?)';
const CLOCK = [
  `\\d{4}${HRS}${ZONE}`,
  `(?:[01]\\d|2[0-4])[0-5]\\d(?!\\d)${ZONE}`,
  `\\d{1,2}:\\d{2}(?::\\d{2})?(?:${HRS}|[ ]?[ap]\\.?m\\b\\.?)?${ZONE}`,
  `\\d{1,2}[.]\\d{2}(?:${HRS}|[ ]?[ap]\\.?m\\b\\.?)`,
  `\\d{2}[.]\\d{2}(?!\\d)`,
  `\\d{1,2}[ ]?[ap]\\.?m\\b\\.?`,
].join('|');
const RELATIVE = 'T[ ]?\\+[ ]?\\d+(?:[.:]\\d+)?[ ]?(?:hours?|hrs?|h|minutes?|mins?|m)?\\b';
const ABOUT = '(?:@[ ]?|approx\\.?[ ]|approximately[ ]|about[ ]|circa[ ]|c\\.?[ ]?|~[ ]?)?';
const TIME = `${ABOUT}(?:${CLOCK})`;
const RANGE = `${TIME}(?:[ ]?(?:[-–/]|to)[ ]?\\d{1,2}[:.]?\\d{2}(?!\\d)${HRS}?)?`;
const DATED = `(?:${DAY_NAME}[ ,]+)?(?:the[ ])?(?:${DATE})`;

const END = '(?=[ \\t:–,.;-]|$)';

// Several small patterns, one after the other: one for everything takes longer to compile than a review takes to read.
const DATE_FIRST = new RegExp(`^${DATED}(?:[ ,T]|[ ]?[-–@][ ]?|[ ]?at[ ])[ ]*(?=[\\d@~ac])`, 'i');
const DAY_FIRST = new RegExp(`^${DAY_NAME}[ ,]+(?=[\\d@~ac])`, 'i');
const CLOCK_HEAD = new RegExp(`^${RANGE}${END}`, 'i');
const DATE_AFTER = new RegExp(
  `^(?:[ ,]*(?:on[ ])?(?:\\(${DATED}\\)|${DATED}(?![:.]\\d))|[ ]${DAY_NAME})${END}`,
  'i',
);
const RELATIVE_HEAD = new RegExp(`^${RELATIVE}${END}`, 'i');

/** The date, if any, and the time at the beginning of a line. */
function clockAt(line: string): string | undefined {
  const before = (DATE_FIRST.exec(line) ?? DAY_FIRST.exec(line))?.[0].length ?? 0;
  for (const from of before > 0 ? [before, 0] : [0]) {
    const clock = CLOCK_HEAD.exec(line.slice(from))?.[0];
    if (clock === undefined) continue;
    const through = from + clock.length;
    const after = from > 0 ? 0 : (DATE_AFTER.exec(line.slice(through))?.[0].length ?? 0);
    return line.slice(0, through + after);
  }
  return RELATIVE_HEAD.exec(line)?.[0];
}
const DATE_HEAD = new RegExp(
  `^(?:${DAY_NAME}[ ,]+)?(?:${FULL_DATE})(?=[ \\t]*[:–-][ \\t]|[ \\t]*$|[ \\t]+(?:[A-Z\\d]|-))`,
  'i',
);
const NUMERIC_DATE_HEAD = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?=[ \t]+\S)/;

/** "2147 until", "9pm was": the time is the subject or part of a sentence, not its head. */
const GOES_ON = /^[ \t]*(?:is|was|were|until|till|onwards|and|or|to|today|tonight|yesterday)\b/;
/** UTF-16 units; longer than any time, date and zone together. */
const REACH = 100;
const AFTER = /^[ \t]*[:–,;.-]?[ \t]*/;

/** A time expression at the head of a line. */
export interface TimeHead {
  /** Length of the expression. */
  readonly length: number;
  /** Length of the expression and of what separates it from the text. */
  readonly through: number;
}

/**
 * The time expression that a log line begins with: "2147hrs", "09/11/25 2147", "Sun 9th 2147", "T+4h". "At 2147 she" begins a sentence and is none.
 * @param text from where the expression would begin, in the characters of {@link plain}
 */
export function readTimeHead(text: string): TimeHead | undefined {
  const line = text.slice(0, REACH);
  if (!/^(?:[\d@~]|[a-z]\D{0,12}\d)/i.test(line)) return undefined;
  const found = clockAt(line);
  if (found !== undefined) {
    const rest = line.slice(found.length);
    if (GOES_ON.test(rest) || isNumberInProse(found, rest)) return undefined;
    return headOf(found, rest);
  }
  const date = (DATE_HEAD.exec(line) ?? NUMERIC_DATE_HEAD.exec(line))?.[0];
  if (date === undefined || GOES_ON.test(line.slice(date.length))) return undefined;
  return headOf(date, line.slice(date.length));
}

function headOf(expression: string, rest: string): TimeHead {
  const length = expression.replace(/[ .]+$/, '').length;
  return { length, through: expression.length + (AFTER.exec(rest)?.[0].length ?? 0) };
}

/** "2026 will be", "2147 Mill Row": a year or a house number. */
function isNumberInProse(found: string, rest: string): boolean {
  if (!/^\d{4}$/.test(found)) return false;
  return /^20[23]\d$/.test(found) && /^[ ][a-z]/.test(rest);
}

const ANYWHERE = new RegExp(
  `(?<![\\w£/.])(?:${DATED}(?:[ ,]|[ ]?[-–@][ ]?|[ ]?at[ ])[ ]*${RANGE}|${RANGE}(?:[ ,]+(?:\\(${DATED}\\)|${DATED}))?|${FULL_DATE})(?![\\w/])`,
  'gi',
);

/**
 * The first date or time in a heading or in the head of an entry, or undefined. Four bare digits count as a time only beside a date.
 * @param text in the characters of {@link plain}
 */
export function findTime(text: string): { start: number; end: number } | undefined {
  if (!/\d/.test(text)) return undefined;
  ANYWHERE.lastIndex = 0;
  for (let found = ANYWHERE.exec(text); found; found = ANYWHERE.exec(text)) {
    if (/^(?:19|20)\d\d$/.test(found[0])) continue;
    return { start: found.index, end: found.index + found[0].replace(/[ ,.]+$/, '').length };
  }
  return undefined;
}
