import { describe, expect, it } from 'vitest';
import { wire } from './wire.ts';

const reads = (block: { safeParse: (value: unknown) => { success: boolean; data?: unknown } }, value: unknown) => {
  const result = block.safeParse(value);
  return result.success ? result.data : 'refused';
};

describe('wire.number', () => {
  it.each([
    [250, 250],
    [0, 0],
    [-0.5, -0.5],
    ['250.5', 250.5],
    [' 7 ', 7],
    ['1e3', 1000],
    [null, null],
    ['', null],
    ['NaN', null],
    ['Infinity', null],
    [Number.NaN, null],
    [undefined, undefined],
    ['abc', 'refused'],
    ['0x10', 'refused'],
    ['12 W', 'refused'],
    [true, 'refused'],
    [{}, 'refused'],
  ])('reads %j as %j', (sent, read) => expect(reads(wire.number, sent)).toBe(read));
});

describe('the other blocks', () => {
  it('wire.integer refuses a fraction instead of rounding it', () => {
    expect(reads(wire.integer, '12')).toBe(12);
    expect(reads(wire.integer, 12.0)).toBe(12);
    expect(reads(wire.integer, 12.5)).toBe('refused');
  });

  it('wire.text takes a number as its digits and keeps the empty text', () => {
    expect([reads(wire.text, 'a'), reads(wire.text, 5), reads(wire.text, ''), reads(wire.text, null)]).toEqual([
      'a',
      '5',
      '',
      null,
    ]);
    expect(reads(wire.text, ['a'])).toBe('refused');
  });

  it('wire.id is a string that must be there, wire.optionalId one that may be missing', () => {
    expect([reads(wire.id, 'i1'), reads(wire.id, 42)]).toEqual(['i1', '42']);
    expect([undefined, null, '', 1.5, {}].map((value) => reads(wire.id, value))).toEqual(Array(5).fill('refused'));
    expect([reads(wire.optionalId, undefined), reads(wire.optionalId, null)]).toEqual([undefined, null]);
  });

  it('wire.boolean reads the usual spellings', () => {
    expect([true, 'true', 1, '1', false, 'false', 0, '0', null].map((value) => reads(wire.boolean, value))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      null,
    ]);
    expect(reads(wire.boolean, 'yes')).toBe('refused');
  });

  it('wire.day cuts a time off and never moves the day', () => {
    expect(reads(wire.day, '2026-03-01')).toBe('2026-03-01');
    expect(reads(wire.day, '2026-03-01T00:00:00')).toBe('2026-03-01');
    expect(reads(wire.day, '2026-03-01T23:59:59Z')).toBe('2026-03-01');
    expect([reads(wire.day, null), reads(wire.day, '')]).toEqual([null, null]);
    expect([reads(wire.day, '1/3/2026'), reads(wire.day, '2026-03-015')]).toEqual(['refused', 'refused']);
  });

  it('wire.localDateTime has no zone and wire.instant has one', () => {
    expect(reads(wire.localDateTime, '2026-03-01T07:30:00')).toBe('2026-03-01T07:30:00');
    expect(reads(wire.localDateTime, '2026-03-01T07:30:00Z')).toBe('refused');
    expect(reads(wire.instant, '2026-03-01T07:30:00.000+0000')).toBe('2026-03-01T07:30:00.000+0000');
    expect(reads(wire.instant, '2026-03-01T07:30:00')).toBe('refused');
  });

  it('wire.numbers reads a series with gaps in one pass', () => {
    expect(reads(wire.numbers, [1, null, 'NaN', '4.5', 0])).toEqual([1, null, null, 4.5, 0]);
    expect([reads(wire.numbers, null), reads(wire.numbers, undefined)]).toEqual([null, undefined]);
    expect(reads(wire.numbers, [1, 'a'])).toBe('refused');
  });
});

describe('wire.object', () => {
  const ride = wire.object({ id: wire.id, power: wire.number, name: wire.text });

  it('drops unknown keys, keeps null as null, and leaves absent keys absent', () => {
    expect(reads(ride, { id: 1, power: null, colour: 'red' })).toEqual({ id: '1', power: null });
    expect(Object.keys(reads(ride, { id: 1 }) as object)).toEqual(['id']);
  });

  it('names the field that does not fit', () => {
    expect(ride.safeParse({ id: 1, power: [] }).error?.issues[0]).toMatchObject({
      path: ['power'],
      message: 'expected a number',
    });
  });
});

describe('wire.list', () => {
  const rides = wire.list(wire.object({ id: wire.id, power: wire.number }));

  it('leaves out a bad row, counts it, and says which field', () => {
    expect(reads(rides, [{ id: 1 }, { id: 2, power: {} }, { id: null }, { id: 4, power: 0 }])).toEqual({
      items: [{ id: '1' }, { id: '4', power: 0 }],
      skipped: 2,
      skippedBecause: 'power',
    });
  });

  it('reads null as an empty list', () => {
    expect(reads(rides, null)).toEqual({ items: [], skipped: 0, skippedBecause: undefined });
  });

  it('refuses when several rows came and none could be read: then the format has changed', () => {
    const result = rides.safeParse([{ power: 1 }, { power: 2 }]);
    expect(result.error?.issues[0]?.path).toEqual([0, 'id']);
  });

  it('refuses what is no list', () => {
    expect(reads(rides, { id: 1 })).toBe('refused');
    expect(reads(rides, undefined)).toBe('refused');
  });
});
