import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { writeFitActivity } from '../src/fit/write/index.ts';
import { readFit } from '../src/index.ts';

const minified = async (entry: string) => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    charset: 'utf8',
    conditions: ['@core/source'],
    write: false,
    metafile: true,
    outdir: 'unused',
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const tables = Object.entries(inputs)
    .filter(([path]) => /profile\/(.*-messages|enumerations)\.ts$/.test(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  const text = outputFiles[0]?.text ?? '';
  return { size: Buffer.byteLength(text), tables, text };
};

describe('size', () => {
  it('the decoder of the samples is at most 30 KB minified, everything included', async () => {
    const { size, tables } = await minified('samples.ts');
    expect(size).toBeLessThanOrEqual(30_000);
    expect(tables).toBe(0);
  });

  it('with sessions, laps, devices and all messages the code takes at most 36 KB, the name tables 26 KB', async () => {
    const { size, tables } = await minified('fit/read.ts');
    expect(size - tables).toBeLessThanOrEqual(36_000);
    expect(tables).toBeLessThanOrEqual(26_000);
  });

  it('nothing generates code at run time, and the main entry needs no Node', async () => {
    const { text } = await minified('index.ts');
    expect(text).not.toMatch(/\bnew Function\b|\beval\(|from"node:|require\(/);
  });
});

describe('a ride of 100 hours', () => {
  const ride = (hours: number) => {
    const rows = hours * 3600;
    const column = (value: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => value(row));
    return writeFitActivity({
      samples: {
        startMs: Date.parse('2026-05-01T06:00:00Z'),
        time: column((row) => row),
        channels: {
          power: column((row) => row % 400),
          heart_rate: column(() => 120),
          distance: column((row) => row),
          speed: column(() => 1),
        },
        pauses: [],
      },
      sport: 'cycling',
    });
  };
  /** Best of several rounds in turns: other work on the machine disturbs single runs. */
  const best = (...files: readonly Uint8Array[]) => {
    const times = files.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < 15; round++)
      for (const [i, bytes] of files.entries()) {
        const from = performance.now();
        readFit(bytes);
        times[i] = Math.min(times[i] as number, performance.now() - from);
      }
    return times;
  };

  it('takes ten times the time and the memory of one of 10 hours', () => {
    const [short, long] = [ride(10), ride(100)];
    const { samples } = readFit(long);
    expect(samples.time).toHaveLength(360_000);
    for (const values of Object.values(samples.channels)) expect(values.buffer.byteLength).toBe(360_000 * 8);
    const [shortMs = 0, longMs = 0] = best(short, long);
    expect(longMs / shortMs).toBeLessThan(30);
  });
});
