import { expect } from 'vitest';
import { random, steady } from './unwrap.ts';

const next = random(2);
const oddities = [
  Number.NaN,
  -500,
  0,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  3e-320,
  250,
  0.5,
];

/** Series that a file, a sensor or a caller can produce. */
export const badSeries: Readonly<Record<string, Float64Array>> = {
  empty: new Float64Array(0),
  'all NaN': new Float64Array(2000).fill(Number.NaN),
  'one sample': Float64Array.of(200),
  'one NaN': Float64Array.of(Number.NaN),
  negative: new Float64Array(2000).fill(-100),
  infinite: Float64Array.from([...steady(200, 900), Number.POSITIVE_INFINITY, ...steady(200, 900)]),
  'minus infinite': Float64Array.from([...steady(200, 900), Number.NEGATIVE_INFINITY, ...steady(200, 900)]),
  huge: new Float64Array(2000).fill(1e308),
  tiny: new Float64Array(2000).fill(5e-324),
  'every other NaN': Float64Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 200 : Number.NaN)),
  wild: Float64Array.from({ length: 2000 }, () => oddities[Math.floor(next() * oddities.length)] as number),
  zeros: new Float64Array(2000),
  'a jump of 2·10⁹': Float64Array.of(0, 1, 2, 2e9),
  '48 hours': Float64Array.from({ length: 172_800 }, (_, i) => i + next()),
};
const badNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 0.5, 1e308, 5e-324, 2e9];
/** Every bad series with a good number, then every bad number with a series that has holes. */
export const places: readonly (readonly [series: Float64Array, number: number])[] = [
  ...Object.values(badSeries).map((series) => [series, 5] as const),
  ...badNumbers.map((number) => [badSeries['every other NaN']!, number] as const),
];

/** The first number in a result that is not finite, by its path; `holes` allows `NaN` in series. */
export function notFinite(node: unknown, path: string, holes: boolean): string | null {
  if (typeof node === 'number') return Number.isFinite(node) ? null : `${path} is ${node}`;
  if (node === null || typeof node !== 'object') return null;
  if (ArrayBuffer.isView(node)) {
    const bad = (v: number) => !(Number.isFinite(v) || (holes && Number.isNaN(v)));
    const at = (node as Float64Array).findIndex(bad);
    return at < 0 ? null : `${path}[${at}] is ${(node as Float64Array)[at]}`;
  }
  for (const [key, child] of Object.entries(node)) {
    const found = notFinite(child, `${path}.${key}`, holes);
    if (found !== null) return found;
  }
  return null;
}

/** Calls with a bad series and a bad number in each of their places. */
export type Calls = (series: Float64Array, number: number) => readonly unknown[];

/** A metric is a value with its method, or null with a reason that a caller can branch on and a sentence. */
export function expectMetric(answer: unknown, holes = false): void {
  expect(notFinite(answer, 'answer', holes)).toBeNull();
  const metric = answer as { value: unknown };
  if (metric.value === null)
    expect(metric).toMatchObject({
      reason: expect.stringMatching(/^[a-z_]+$/),
      detail: expect.stringMatching(/\w.{5}/),
    });
  else expect(metric).toMatchObject({ method: expect.stringMatching(/\w/), warnings: expect.any(Array) });
}

/** Names of the functions that topics export. */
export function functionsOf(topics: readonly object[]): string[] {
  const named = topics.flatMap((topic) => Object.entries(topic)).filter(([, thing]) => typeof thing === 'function');
  return [...new Set(named.map(([name]) => name))].sort();
}
