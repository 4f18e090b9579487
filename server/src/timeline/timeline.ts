import type { Layout, Span } from '../review/block.ts';
import { readMoment, type WrittenMoment } from './moment.ts';

/** One recorded time of a log. */
export interface TimedEntry {
  /** The time expression. */
  readonly time: Span;
  /** Index of its block. */
  readonly block: number;
  readonly written: WrittenMoment;
  /** Local minutes since the beginning of 1970 when the date is known, else since midnight before the first entry. */
  readonly minutes: number;
  /** Whether a date stands in this entry or in one before it. */
  readonly dated: boolean;
}

const DAY = 24 * 60;

/** A step back by more than this is the next day; by less, a log that is not quite in order. Minutes (risk-checks 4: midnight crossing). */
const PAST_MIDNIGHT = 6 * 60;

/**
 * The recorded times in the order of the text, each with its date as far as the text tells. After midnight writers seldom restate the date: a time far
 * before the one above it is of the next day, or in a log with the newest entry first, of the day before.
 */
export function readTimeline(text: string, layout: Layout): TimedEntry[] {
  const timed = layout.blocks.flatMap((block, k) => {
    const { time } = block;
    if (!time || (k > 0 && layout.blocks[k - 1]?.time?.start === time.start)) return [];
    const written = readMoment(text.slice(time.start, time.end));
    return written && !written.impossible && written.hour !== undefined ? [{ time, block: k, written }] : [];
  });
  const backwards = isNewestFirst(timed.map(({ written }) => written));
  const year = timed.find(({ written }) => written.year !== undefined)?.written.year;
  let day = 0;
  let dated = false;
  let last: number | undefined;
  return timed.map(({ time, block, written }) => {
    const clock = (written.hour ?? 0) * 60 + (written.minute ?? 0);
    if (written.day !== undefined && written.month !== undefined && (written.year ?? year) !== undefined) {
      day = Date.UTC((written.year ?? year) as number, written.month - 1, written.day) / (DAY * 60_000);
      dated = true;
    } else if (last !== undefined) {
      const step = clock - last;
      if (!backwards && step < -PAST_MIDNIGHT) day++;
      if (backwards && step > PAST_MIDNIGHT) day--;
    }
    last = clock;
    return { time, block, written, minutes: day * DAY + clock, dated };
  });
}

/** More steps back than forward between entries of the same stated day. */
function isNewestFirst(moments: readonly WrittenMoment[]): boolean {
  let back = 0;
  let forward = 0;
  for (let i = 1; i < moments.length; i++) {
    const a = moments[i - 1] as WrittenMoment;
    const b = moments[i] as WrittenMoment;
    const step = (b.hour ?? 0) * 60 + (b.minute ?? 0) - ((a.hour ?? 0) * 60 + (a.minute ?? 0));
    if (b.day !== undefined && a.day !== undefined && a.month === b.month && a.day !== b.day) {
      if (b.day < a.day) back++;
      else forward++;
    } else if (step < 0 && step > -PAST_MIDNIGHT) back++;
    // A long step forward may as well be the evening before.
    else if (step > 0 && step < DAY / 2) forward++;
  }
  return back > forward;
}

/** "5 h 09", "35 min". */
export function elapsed(minutes: number): string {
  const whole = Math.abs(Math.round(minutes));
  const hours = Math.floor(whole / 60);
  return hours === 0 ? `${whole} min` : `${hours} h ${String(whole % 60).padStart(2, '0')}`;
}
