import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

const now = new Date('2026-03-01T08:00:00Z');
const read = (headers: Record<string, string>) => retryAfterSeconds(new Headers(headers), now);

describe('retryAfterSeconds', () => {
  it('reads seconds', () => expect(read({ 'retry-after': '30' })).toBe(30));

  it('reads a date against the clock of the answer, so that ours may be ten minutes off', () => {
    const until = 'Sun, 01 Mar 2026 08:10:20 GMT';
    expect(read({ 'retry-after': until, date: 'Sun, 01 Mar 2026 08:10:00 GMT' })).toBe(20);
    expect(read({ 'retry-after': until })).toBe(620);
  });

  it('gives 0 for a date that has passed', () => {
    expect(read({ 'retry-after': 'Sun, 01 Mar 2026 07:00:00 GMT' })).toBe(0);
  });

  it('says nothing when the header is absent or makes no sense', () => {
    expect([read({}), read({ 'retry-after': '' }), read({ 'retry-after': 'soon' })]).toEqual(Array(3).fill(undefined));
  });
});
