/** A date or time as it is written; what the writer left out is undefined. */
export interface WrittenMoment {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** 0 to 23; 24 is read as midnight of the next day and kept as 24. */
  readonly hour: number | undefined;
  readonly minute: number | undefined;
  /** The time is past any clock ("2561hrs") or the day past any month ("31/02/25"). */
  readonly impossible: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /\b(\d{4})-(\d{2})-(\d{2})/;
const NUMERIC = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d.:/-])/;
const NAMED =
  /\b(\d{1,2})(?:st|nd|rd|th)?[ -]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]?((?:20)?\d{2}(?!\d))?/i;
const ORDINAL = /\b(\d{1,2})(?:st|nd|rd|th)\b/i;
const TWELVE = /\b(\d{1,2})(?:[:.](\d{2}))?[ ]?([ap])\.?m\b/i;
const CLOCK = /\b(\d{1,2})[:.](\d{2})(?![\d/])/;
const DIGITS = /\b(\d{2})(\d{2})(?!\d)(?![/.-]\d)/;

/**
 * Reads a date, a time or both: "09/11/25 2147", "9.47pm", "Sun 9th 2147", "09NOV25", "0030 (10/11)". British order of day and month.
 * @returns undefined when the expression holds neither ("T+4h")
 */
export function readMoment(expression: string): WrittenMoment | undefined {
  const { year, month, day, rest } = readDate(expression);
  const time = readClock(rest);
  if (day === undefined && time === undefined) return undefined;
  const impossible =
    (time !== undefined && (time.hour > 24 || time.minute > 59 || (time.hour === 24 && time.minute > 0))) ||
    (month !== undefined && day !== undefined && !isDay(year ?? 2024, month, day));
  return { year, month, day, hour: time?.hour, minute: time?.minute, impossible };
}

function readDate(text: string): Pick<WrittenMoment, 'year' | 'month' | 'day'> & { rest: string } {
  const iso = ISO.exec(text);
  if (iso)
    return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), rest: without(text, iso) };
  const named = NAMED.exec(text);
  if (named)
    return {
      year: fullYear(named[3]),
      month: MONTHS.indexOf((named[2] as string).toLowerCase()) + 1,
      day: Number(named[1]),
      rest: without(text, named),
    };
  const numeric = NUMERIC.exec(text);
  // "21.47" is a time; "9/11" and "09.11.25" are dates.
  if (numeric && (numeric[0].includes('/') || numeric[3] !== undefined))
    return {
      year: fullYear(numeric[3]),
      month: Number(numeric[2]),
      day: Number(numeric[1]),
      rest: without(text, numeric),
    };
  const ordinal = ORDINAL.exec(text);
  if (ordinal)
    return { year: undefined, month: undefined, day: Number(ordinal[1]), rest: without(text, ordinal) };
  return { year: undefined, month: undefined, day: undefined, rest: text };
}

function readClock(text: string): { hour: number; minute: number } | undefined {
  const twelve = TWELVE.exec(text);
  if (twelve) {
    const hour = Number(twelve[1]) % 12;
    return { hour: hour + (twelve[3]?.toLowerCase() === 'p' ? 12 : 0), minute: Number(twelve[2] ?? 0) };
  }
  const found = CLOCK.exec(text) ?? DIGITS.exec(text);
  return found ? { hour: Number(found[1]), minute: Number(found[2]) } : undefined;
}

function without(text: string, { 0: part, index }: RegExpExecArray): string {
  return `${text.slice(0, index)} ${text.slice(index + part.length)}`;
}

function fullYear(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
