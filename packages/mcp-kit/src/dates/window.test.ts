import { describe, expect, it } from 'vitest';
import { windowOf } from './window.ts';

const week = { oldest: '2026-10-08', newest: '2026-10-14' };

describe('a window of days', () => {
  it('is the default when nothing is given', () => {
    expect(windowOf({}, week, 366)).toEqual(week);
  });

  it('keeps its length when only the end is given', () => {
    expect(windowOf({ newest: '2026-03-01' }, week, 366)).toEqual({ oldest: '2026-02-23', newest: '2026-03-01' });
  });

  it('reaches to the default end when only the start is given, and past it when that lies behind', () => {
    expect(windowOf({ oldest: '2026-09-01' }, week, 366)).toEqual({ oldest: '2026-09-01', newest: '2026-10-14' });
    expect(windowOf({ oldest: '2026-11-01' }, week, 366)).toEqual({ oldest: '2026-11-01', newest: '2026-11-07' });
  });

  it('refuses to run backwards or to be too long', () => {
    expect(() => windowOf({ oldest: '2026-10-14', newest: '2026-10-13' }, week, 366)).toThrow('lies after');
    expect(() => windowOf({ oldest: '2026-01-01', newest: '2026-12-31' }, week, 100)).toThrow('365 days; at most 100');
  });
});
