import { readMoment } from './moment.ts';

/** A date of birth and where its expression ends, UTF-16 offset. */
export interface BirthDate {
  readonly end: number;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
}

const BIRTH =
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[ \t:–-]*((?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})|(?:\d{1,2}(?:st|nd|rd|th)?[ -]?[a-z]{3,9}[ -]?\d{2,4})|(?:\d{4}-\d{2}-\d{2}))/gi;

/** Dates of birth that a text gives as such. */
export function findBirthDates(text: string): BirthDate[] {
  const found: BirthDate[] = [];
  for (const match of text.matchAll(BIRTH)) {
    const moment = readMoment(match[1] as string);
    if (!moment || moment.impossible) continue;
    const { year, month, day } = moment;
    if (year === undefined || month === undefined || day === undefined) continue;
    found.push({ end: match.index + match[0].length, date: { year, month, day } });
  }
  return found;
}

/**
 * Age in whole years.
 * @param minutes local minutes since the beginning of 1970
 * @returns undefined for a date of birth after that moment
 */
export function ageOn({ year, month, day }: BirthDate['date'], minutes: number): number | undefined {
  const at = new Date(minutes * 60_000);
  const hadBirthday =
    at.getUTCMonth() + 1 > month || (at.getUTCMonth() + 1 === month && at.getUTCDate() >= day);
  const age = at.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
  return age >= 0 ? age : undefined;
}
