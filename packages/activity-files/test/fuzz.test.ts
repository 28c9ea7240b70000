import { describe, expect, it } from 'vitest';
import { fuzz, fuzzSeeds } from './fuzz.ts';
import { hasSamples, sample, sampleNames } from './shared-samples.ts';

const here = hasSamples('mutations of recordings');

describe('mutated files', () => {
  it('never crash, hang or break a promise: 200,000 of our own', { timeout: 300_000 }, () => {
    const result = fuzz(fuzzSeeds(), 200_000, 20_260_501);
    expect(result.inputs).toBe(200_000);
    expect(result.withSamples).toBeGreaterThan(60_000);
    expect(result.slowestMs).toBeLessThan(2000);
    for (const kind of [
      'truncated',
      'file_crc',
      'header_crc',
      'no_definition',
      'trailing',
      'malformed',
      'data_size',
      'not_fit',
    ])
      expect(result.problems.get(kind) ?? 0, kind).toBeGreaterThan(100);
  });

  it.skipIf(!here)('nor do mutated recordings, in memory', { timeout: 300_000 }, () => {
    const names = sampleNames('dev', '.fit', '.tcx', '.gpx');
    const starts = names.map((name) => sample('dev', name).subarray(0, 6000));
    expect(fuzz(starts, 5000, 7).withSamples).toBeGreaterThan(1000);
  });
});
