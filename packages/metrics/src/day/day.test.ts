import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, daysBetween, mondayOf, toDay } from './day.ts';

describe('calendar days', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-03-29', 20_541],
    ['0000-01-01', -719_528],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(toDay(number)).toBe(day);
  });

  it('crosses months, leap days and both changes of the clock one day at a time', () => {
    let day = '2023-12-30';
    const seen = new Set<string>();
    for (let i = 0; i < 800; i++) {
      seen.add(day);
      const next = addDays(day, 1);
      expect(daysBetween(day, next)).toBe(1);
      day = next;
    }
    expect(seen.size).toBe(800);
    expect(day).toBe('2026-03-09');
    expect(seen.has('2024-02-29')).toBe(true);
  });

  it('counts backwards', () => {
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });

  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-08', '2026-03-02'],
    ['2026-03-09', '2026-03-09'],
    ['1970-01-01', '1969-12-29'],
    ['1969-12-28', '1969-12-22'],
    ['2027-01-03', '2026-12-28'],
  ])('%s is in the week of Monday %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-3-1',
    '2026-03-01T00:00:00Z',
    '20260301',
    '',
    'today',
    '-000001-01-01',
  ])('refuses "%s" and shows a form that works', (text) => {
    expect(() => dayNumber(text)).toThrow(new RangeError(`"${text}" is not a day; write 2026-03-31`));
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, -719_529, 2_932_897])('has no day for number %d', (number) => {
    expect(() => toDay(number)).toThrow(new RangeError(`${number} is not a day number`));
  });
});
