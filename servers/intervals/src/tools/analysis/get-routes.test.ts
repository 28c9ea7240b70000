import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const tool = 'icu_get_routes';

describe(tool, () => {
  const server = connected();

  it('lists routes, the most used first', async () => {
    const { structured } = await server.call(tool);
    const counts = objects(structured).map(({ activities }) => Number(activities));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(objects(structured)[0]).toMatchObject({ route_id: expect.any(String), distance_km: expect.any(Number) });
  });

  it('lists what was recorded on one of them', async () => {
    const { structured: all } = await server.call(tool);
    const trail = objects(all).find(({ sport }) => sport === 'TrailRun');
    const { structured } = await server.call(tool, { route_id: trail?.route_id, oldest: '2026-01-01' });
    expect(structured.route).toMatchObject({ name: trail?.name });
    expect(objects(structured)[0]?.id).toBe(trail?.last_activity_id);
    expect(objects(structured).every(({ sport }) => sport === 'TrailRun')).toBe(true);
  });

  it('says how much two share', async () => {
    const same = await server.call(tool, { route_id: '4104', other_route_id: '4104' });
    expect(same.structured.route).toMatchObject({ shared_pct: 100 });
    const { structured } = await server.call(tool, { route_id: '4104', other_route_id: '4105' });
    expect(Number((structured.route as { shared_pct: number }).shared_pct)).toBeLessThan(100);
  });

  it('refuses a route that is not there', async () => {
    expect((await server.call(tool, { route_id: '1' })).failure?.kind).toBe('not_found');
  });

  it('stays within the budget with a thousand activities', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, { route_id: '4104' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
