import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { activity, connectMemory } from '../../testing/index.ts';

const TODAY = '2026-10-14';
/** Values that do not repeat and do not follow each other. */
const noise = (i: number) => Math.sin(i * i * 1.7) * 1000;
const days = Array.from({ length: 60 }, (_, i) => addDays(TODAY, -i));
const wellness = days.map((day, i) => ({ day, values: { sleep_s: 27_000 + noise(i) } }));
/** RPE of the next day falls with sleep. */
const activities = days.map((day, i) => activity({ id: `a${i}`, day, rpe1to10: 5 - noise(i + 1) / 500 }));

/** Pearson's r from its definition. */
function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (f: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + f(x - mx, y - my), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

describe('correlating two daily values', () => {
  it('finds a relation at its lag, with n and an interval that leaves out 0', async () => {
    const { structured } = await connectMemory({ wellness, activities }).call('mem_correlate', {
      x: 'sleep_s',
      y: 'rpe_1to10',
      lag_days: 1,
    });
    const result = structured.result as Record<string, number>;
    expect(result.n).toBe(59);
    expect(result.r).toBe(-1);
    expect(result.ci95_high).toBeLessThan(0);
  });

  it('gives the r of the definition, and says when none is shown', async () => {
    const { structured } = await connectMemory({ wellness, activities }).call('mem_correlate', {
      x: 'sleep_s',
      y: 'rpe_1to10',
    });
    const expected = pearson(days.map((_, i) => [27_000 + noise(i), 5 - noise(i + 1) / 500]));
    expect((structured.result as { r: number }).r).toBeCloseTo(expected, 2);
    expect((structured.notes as string[])[0]).toContain('includes 0');
  });

  it('refuses under fourteen pairs, with how many there are', async () => {
    const { structured } = await connectMemory({ wellness: wellness.slice(0, 13), activities }).call('mem_correlate', {
      x: 'sleep_s',
      y: 'rpe_1to10',
    });
    expect(structured).not.toHaveProperty('result');
    expect(structured.refused).toContain('13 pairs');
    expect(structured.coverage).toMatchObject({ x_days: 13, y_days: 60, pairs: 13 });
  });

  it('takes load, form and the longest session of a day', async () => {
    const loads = Object.fromEntries(days.map((day, i) => [day, 50 + (noise(i) + 1000) / 20]));
    const twice = [...activities, activity({ id: 'short', day: TODAY, movingS: 600, rpe1to10: 10 })];
    const server = connectMemory({ loads, activities: twice });
    const { structured } = await server.call('mem_correlate', { x: 'load', y: 'rpe_1to10' });
    expect((structured.result as { n: number }).n).toBe(60);
  });

  it('names what exists when a name does not', async () => {
    const { failure } = await connectMemory({ wellness }).call('mem_correlate', { x: 'sleep', y: 'load' });
    expect(failure?.next).toContain('efficiency_w_per_bpm');
    expect(failure?.next).toContain('sleep_s');
  });

  it('does without wellness where the platform has none', async () => {
    const server = connectMemory({ activities }, { ports: ['activities'] });
    expect(
      (await server.call('mem_correlate', { x: 'rpe_1to10', y: 'intensity_factor' })).structured.refused,
    ).toContain('does not vary');
    expect((await server.call('mem_correlate', { x: 'sleep_s', y: 'rpe_1to10' })).failure?.kind).toBe('bad_input');
  });
});
