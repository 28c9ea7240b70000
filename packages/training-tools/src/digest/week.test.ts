import { describe, expect, it } from 'vitest';
import { isoWeek, mondayOfWeek } from './week.ts';

const WEDNESDAY = '2026-10-14';

describe('a week on the command line', () => {
  it.each([
    ['this', '2026-10-12'],
    ['last', '2026-10-05'],
    ['2026-W42', '2026-10-12'],
    ['2026w01', '2025-12-29'],
    ['2020-W53', '2020-12-28'],
  ])('%s begins on %s', (word, monday) => {
    expect(mondayOfWeek(word, WEDNESDAY)).toBe(monday);
  });

  it.each(['yesterday', '2026-W00', '2026-W54', '2025-W53', '42', ''])(
    '%j is none, and is answered with one that works',
    (word) => {
      expect(() => mondayOfWeek(word, WEDNESDAY)).toThrow(/is no week/);
    },
  );

  it('has the number that calendars show, in the year of its Thursday', () => {
    expect(['2026-01-01', '2027-01-01', '2024-12-30', '2026-10-18'].map(isoWeek)).toEqual([
      '2026-W01',
      '2026-W53',
      '2025-W01',
      '2026-W42',
    ]);
  });
});
