import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ActivityFileError } from '../activity/problem.ts';
import { writeFitActivity } from '../fit/write/index.ts';
import { readActivities, readActivity } from '../read.ts';
import { sniff } from './sniff.ts';
import { unpack } from './unpack.ts';

const fit = (rows: number) =>
  writeFitActivity({
    samples: {
      startMs: Date.parse('2026-05-01T06:00:00Z'),
      time: Float64Array.from({ length: rows }, (_, row) => row),
      channels: { power: new Float64Array(rows).fill(200) },
      pauses: [],
    },
    sport: 'cycling',
  });
const bytes = (text: string) => new TextEncoder().encode(text);
describe('sniffing', () => {
  it('goes by content', () => {
    expect(sniff(fit(1))).toBe('fit');
    expect(sniff(gzipSync(fit(1)))).toBe('gzip');
    expect(sniff(zipSync({ a: fit(1) }))).toBe('zip');
    expect(sniff(bytes('\ufeff\n <?xml version="1.0"?><!-- --><gpx version="1.1">'))).toBe('gpx');
    expect(sniff(bytes('<n:TrainingCenterDatabase>'))).toBe('tcx');
    expect(sniff(bytes('hello'))).toBe('unknown');
    expect(sniff(new Uint8Array(0))).toBe('unknown');
  });
});

describe('archives', () => {
  it('gzip is read, even cut short', () => {
    const packed = gzipSync(fit(500));
    expect(readActivity(packed).samples.time).toHaveLength(500);
    const cut = readActivity(packed.subarray(0, packed.length - 400));
    expect(cut.samples.time.length).toBeGreaterThan(100);
    expect(cut.problems.map(({ kind }) => kind)).toContain('truncated');
  });

  it('zip gives each activity with its name, other members left out, nested gzip opened', () => {
    const zip = zipSync({
      'readme.txt': bytes('hello'),
      '__MACOSX/._a.fit': fit(1),
      'a.fit': fit(3),
      'b/c.fit.gz': gzipSync(fit(5)),
    });
    expect(readActivities(zip).map(({ name, activity }) => [name, activity.samples.time.length])).toEqual([
      ['a.fit', 3],
      ['b/c.fit', 5],
    ]);
    expect(readActivity(zip).samples.time).toHaveLength(5);
  });

  it('refuses bombs before they fill memory', () => {
    const zeros = new Uint8Array(3_000_000);
    for (const bomb of [gzipSync(zeros), zipSync({ 'a.fit': zeros }), gzipSync(gzipSync(zeros))]) {
      expect(bomb.length).toBeLessThan(10_000);
      expect(() => unpack(bomb, 2_000_000)).toThrow(ActivityFileError);
      expect(() => unpack(bomb, 2_000_000)).toThrow(/more bytes than are accepted/);
      expect(unpack(bomb, 4_000_000)).toHaveLength(1);
    }
  });

  it('refuses endless nesting', () => {
    let nested = gzipSync(fit(1));
    for (let depth = 0; depth < 5; depth++) nested = gzipSync(nested);
    expect(() => readActivities(nested)).toThrow(/nested more than 3 deep \(limit at byte 0\)/);
  });

  it('says of a damaged one that it is one', () => {
    const problem = (input: Uint8Array) => readActivity(input).problems[0];
    expect(problem(bytes('PK\u0003\u0004 nothing of a zip'))).toMatchObject({
      kind: 'not_fit',
      detail: expect.stringContaining('zip archive'),
    });
    expect(problem(Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2))).toMatchObject({
      kind: 'not_fit',
      detail: expect.stringContaining('gzip'),
    });
  });

  it('bytes that are no activity give one without samples, and the reason', () => {
    expect(readActivity(bytes('hello')).problems).toMatchObject([{ kind: 'not_fit' }]);
    expect(readActivity(new Uint8Array(0)).problems).toMatchObject([{ kind: 'empty' }]);
  });
});
