import { describe, expect, it } from 'vitest';
import { provider } from '../src/provider.ts';
import { connected, objects } from './connected.ts';

const metric = /(_km|_km_h|_s_per_km|_s_per_100m|_m|_c|_cm|(?<!w_per)_kg)$/;

/** Every name in an answer: keys, and columns of tables. */
function names(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(names);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [
    key,
    ...(key === 'columns' ? (value as string[]) : names(value)),
  ]);
}

describe('answers in miles and feet', () => {
  const server = connected({ account: 'coach' }, {}, { units: 'imperial' });

  it.each(provider.tools.filter(({ effect }) => effect === 'read').map(({ name, examples }) => [name, examples[0]!]))(
    'hold no metric quantity of %s',
    async (tool, example) => {
      const { structured, failure } = await server.call(tool, example);
      expect(failure?.toText()).toBeUndefined();
      expect(names(structured).filter((name) => metric.test(name))).toEqual([]);
    },
  );

  it('hold the same distance, in miles', async () => {
    const day = { oldest: '2026-10-13', newest: '2026-10-13' };
    const [metres] = objects((await connected().call('tp_get_workouts', day)).structured);
    const [miles] = objects((await connected({}, {}, { units: 'imperial' }).call('tp_get_workouts', day)).structured);
    expect(Number(miles?.distance_mi) * 1.609344).toBeCloseTo(Number(metres?.distance_km), 0);
  });
});
