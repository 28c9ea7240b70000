import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { objects, YESTERDAY_RIDE } from './connected.ts';

/** The emulator's athlete with an account in miles and feet. */
function imperial() {
  const platform = sandboxPlatform();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await platform.fetch(input, init);
    const { pathname } = new URL(new Request(input).url);
    if (!/\/athlete\/[^/]+$/.test(pathname)) return response;
    return Response.json({ ...((await response.json()) as object), measurement_preference: 'feet' });
  };
  return connect(provider, { ...platform, fetch });
}

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

describe('an account in miles and feet', () => {
  const server = imperial();

  it.each(provider.tools.filter(({ effect }) => effect === 'read').map(({ name, examples }) => [name, examples[0]!]))(
    'gets no metric quantity from %s',
    async (tool, example) => {
      const { structured, failure } = await server.call(tool, example);
      expect(failure?.toText()).toBeUndefined();
      expect(names(structured).filter((name) => metric.test(name))).toEqual([]);
    },
  );

  it('gets the same distance, in miles', async () => {
    const { structured } = await server.call('icu_get_recent_activities', { days_back: 2 });
    const ride = objects(structured).find(({ id }) => id === YESTERDAY_RIDE);
    expect(ride?.distance_mi).toBeCloseTo(37.04 / 1.609344, 1);
  });
});
