import { describe, expect, it } from 'vitest';
import { readLength, writeLength } from './length.ts';

describe('a length that was read is written as it was', () => {
  it.each([
    '30s',
    '10min',
    '2m30s',
    '1h',
    '1h30m',
    '1h2m3s',
    '1h5s',
    '5km',
    '5.25km',
    '400mtr',
    '1mi',
    '1.25mi',
    '0.5mi',
    '100yd',
    '25yd',
    '50kcal',
    'lap',
    'lap 5km',
    'HR>150',
    'HR<120',
  ])('%s', (text) => {
    const read = readLength(text);
    expect('value' in read && writeLength(read.value)).toBe(text);
  });
});

describe('a length out of bounds is refused', () => {
  it.each(['0s', '0min', '48h1s', '999h', '0km', '1001km', '0kcal', '20001kcal', 'HR>39', 'HR>241', 'lap 0s', ''])(
    '%j',
    (text) => {
      expect(readLength(text)).toHaveProperty('problem');
    },
  );

  it.each(['1s', '48h', '1mtr', '1000km', '1kcal', '20000kcal', 'HR>40', 'HR<240'])('%j is within', (text) => {
    expect(readLength(text)).toHaveProperty('value');
  });
});
