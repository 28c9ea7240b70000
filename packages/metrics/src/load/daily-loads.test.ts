import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../day/index.ts';
import { dailyLoads, type LoadEntry } from './index.ts';

const of = (day: string, load: number | null): LoadEntry => ({ day, load });

describe('dailyLoads', () => {
  it('adds the sessions of a day and puts rest days between as 0', () => {
    const loads = dailyLoads([of('2026-03-03', 40), of('2026-03-01', 50), of('2026-03-01', 30)])!;
    expect(loads.from).toBe('2026-03-01');
    expect([...loads.values]).toEqual([80, 0, 40]);
    expect(loads.incomplete).toEqual([]);
  });

  it('tells a session without a load from a day of rest', () => {
    const loads = dailyLoads([
      of('2026-03-01', null),
      of('2026-03-03', Number.NaN),
      of('2026-03-03', 20),
      of('2026-03-04', 0),
    ])!;
    expect([...loads.values]).toEqual([Number.NaN, 0, 20, 0]);
    expect(loads.incomplete).toEqual(['2026-03-01', '2026-03-03']);
    const later = dailyLoads([of('2026-03-01', 5), of('2026-03-03', null)])!;
    expect([...later.values]).toEqual([5, 0, Number.NaN]);
  });

  it('marks days without an entry as unknown when asked to', () => {
    const loads = dailyLoads([of('2026-03-01', 10), of('2026-03-03', 0)], { missing: 'unknown' })!;
    expect([...loads.values]).toEqual([10, Number.NaN, 0]);
    expect(loads.incomplete).toEqual(['2026-03-02']);
  });

  it('covers exactly the days asked for, cutting and padding', () => {
    const entries = [of('2026-03-01', 10), of('2026-03-05', 20)];
    expect([...dailyLoads(entries, { from: '2026-03-04', to: '2026-03-07' })!.values]).toEqual([0, 20, 0, 0]);
    expect([...dailyLoads(entries, { from: '2026-03-04' })!.values]).toEqual([0, 20]);
    expect([...dailyLoads(entries, { to: '2026-03-02' })!.values]).toEqual([10, 0]);
  });

  it('has nothing to say without entries and without a first day', () => {
    expect(dailyLoads([])).toBeNull();
    expect(dailyLoads([], { from: '2026-03-04' })).toEqual({
      from: '2026-03-04',
      values: Float64Array.of(0),
      incomplete: [],
    });
    expect(dailyLoads([], { to: '2026-03-04' })).toBeNull();
  });

  it.each([
    ['a negative load', [of('2026-03-01', -1)], {}, 'load -1 of 2026-03-01 must be 0 to 1e9'],
    ['an infinite load', [of('2026-03-01', Number.POSITIVE_INFINITY)], {}, 'load Infinity of 2026-03-01'],
    ['a day that does not exist', [of('2026-02-30', 1)], {}, '"2026-02-30" is not a day'],
    [
      'a span that runs backwards',
      [],
      { from: '2026-03-02', to: '2026-03-01' },
      '2026-03-02 to 2026-03-01 is backwards',
    ],
    [
      'a mistyped year',
      [of('0026-03-01', 1), of('2026-03-01', 1)],
      {},
      '0026-03-01 to 2026-03-01 is backwards or over 100 years',
    ],
  ])('refuses %s', (_, entries, options, message) => {
    expect(() => dailyLoads(entries, options)).toThrow(RangeError);
    expect(() => dailyLoads(entries, options)).toThrow(message);
  });

  it('accepts 36,525 days and not one more', () => {
    expect(dailyLoads([], { from: '1926-01-01', to: addDays('1926-01-01', 36_524) })!.values.length).toBe(36_525);
    expect(() => dailyLoads([], { from: '1926-01-01', to: addDays('1926-01-01', 36_525) })).toThrow(RangeError);
  });

  it('does not depend on the order of the sessions', () => {
    const entry = fc.record({
      day: fc.integer({ min: 0, max: 30 }).map((i) => addDays('2026-02-20', i)),
      load: fc.option(fc.integer({ min: 0, max: 300 })),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.func(fc.integer()), (entries, key) => {
        const shuffled = [...entries].sort((a, b) => key(a) - key(b));
        expect(dailyLoads(shuffled)).toEqual(dailyLoads(entries));
      }),
    );
  });
});
