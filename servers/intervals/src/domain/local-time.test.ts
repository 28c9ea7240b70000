import { describe, expect, it } from 'vitest';
import { utcMinute, weekdayOf } from './local-time.ts';

describe('a moment of the platform', () => {
  it('is shown to the minute in UTC, whatever zone it came in', () => {
    expect(utcMinute('2026-10-13T18:20:00.000+00:00')).toBe('2026-10-13T18:20Z');
    expect(utcMinute('2026-10-13T20:20:00+02:00')).toBe('2026-10-13T18:20Z');
    expect(utcMinute(null)).toBeNull();
    expect(utcMinute('soon')).toBe('soon');
  });
});

describe('the weekday of a day', () => {
  it('is the calendar’s', () => {
    expect(weekdayOf('2026-10-15')).toBe('Thu');
    expect(weekdayOf(null)).toBeNull();
  });
});
