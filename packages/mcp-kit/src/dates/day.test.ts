import { describe, expect, it } from 'vitest';
import { dayWithWeekday } from './day.ts';

describe('dayWithWeekday', () => {
  it('names the weekday of the calendar, whatever the time zone of this machine', () => {
    expect(dayWithWeekday('2026-10-20')).toBe('Tue 2026-10-20');
    expect(dayWithWeekday('2028-02-29')).toBe('Tue 2028-02-29');
    expect(dayWithWeekday('2026-01-01')).toBe('Thu 2026-01-01');
  });
});
