import { describe, expect, it } from 'vitest';
import { readLayout } from '../../server/src/review/layout.ts';
import { ageOn, findBirthDates } from '../../server/src/timeline/age.ts';
import { readMoment } from '../../server/src/timeline/moment.ts';
import { elapsed, readTimeline } from '../../server/src/timeline/timeline.ts';

describe('a written moment', () => {
  it.each([
    ['2147hrs', [undefined, undefined, undefined, 21, 47]],
    ['21:47', [undefined, undefined, undefined, 21, 47]],
    ['21.47', [undefined, undefined, undefined, 21, 47]],
    ['9.47pm', [undefined, undefined, undefined, 21, 47]],
    ['12.05am', [undefined, undefined, undefined, 0, 5]],
    ['9pm', [undefined, undefined, undefined, 21, 0]],
    ['09/11/25 2147', [2025, 11, 9, 21, 47]],
    ['09.11.2025 21:47', [2025, 11, 9, 21, 47]],
    ['09NOV25 2147', [2025, 11, 9, 21, 47]],
    ['2147hrs Sun 9 Nov', [undefined, 11, 9, 21, 47]],
    ['Sun 9th 2147', [undefined, undefined, 9, 21, 47]],
    ['0030 (10/11)', [undefined, 11, 10, 0, 30]],
    ['2025-11-09', [2025, 11, 9, undefined, undefined]],
  ])('%s', (text, [year, month, day, hour, minute]) => {
    expect(readMoment(text)).toEqual({ year, month, day, hour, minute, impossible: false });
  });

  it.each(['2561hrs', '31/02/2025 0900', '09:75'])('%s is impossible', (text) => {
    expect(readMoment(text)?.impossible).toBe(true);
  });

  it.each(['T+4h', 'later', ''])('“%s” is none', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });
});

const minutesOf = (text: string) => readTimeline(text, readLayout(text)).map(({ minutes }) => minutes);
const gaps = (text: string) => {
  const minutes = minutesOf(text);
  return minutes.slice(1).map((m, i) => m - (minutes[i] as number));
};

describe('a timeline', () => {
  it('goes on past midnight without a new date', () => {
    expect(
      gaps('09/11/25 2147hrs reported by staff\n2330hrs hospitals checked\n0256hrs officer attends\n'),
    ).toEqual([103, 206]);
  });

  it('takes a date where one is given', () => {
    expect(gaps('09/11/25 2147 reported by staff\n11/11/25 0900 returned to the home\n')).toEqual([
      35 * 60 + 13,
    ]);
  });

  it('reads a log with the newest entry first', () => {
    expect(gaps('0300hrs still missing\n0130hrs home searched\n2350hrs reported by mum\n')).toEqual([
      -90, -100,
    ]);
  });

  it('leaves out times that no clock shows', () => {
    expect(minutesOf('2147hrs reported by staff\n2790hrs attended\n')).toHaveLength(1);
  });
});

describe('elapsed time', () => {
  it.each([
    [35, '35 min'],
    [60, '1 h 00'],
    [309, '5 h 09'],
    [-309, '5 h 09'],
  ])('%d minutes are %s', (minutes, text) => {
    expect(elapsed(minutes)).toBe(text);
  });
});

describe('an age', () => {
  const on = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 60_000;

  it.each([
    ['DOB 04/02/2010', on(2025, 11, 9), 15],
    ['DOB: 10/11/2010', on(2025, 11, 9), 14],
    ['born 9 November 2010', on(2025, 11, 9), 15],
  ])('%s', (text, minutes, age) => {
    const [birth] = findBirthDates(text);
    expect(birth?.end).toBe(text.length);
    expect(birth && ageOn(birth.date, minutes)).toBe(age);
  });

  it('is not given before birth, or for a day that no calendar has', () => {
    expect(ageOn({ year: 2026, month: 1, day: 1 }, on(2025, 11, 9))).toBeUndefined();
    expect(findBirthDates('DOB 31/02/2010')).toEqual([]);
  });
});
