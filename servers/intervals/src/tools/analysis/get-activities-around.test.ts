import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const tool = 'icu_get_activities_around';

describe(tool, () => {
  const server = connected();
  const activity_id = server.newest({ sport: 'GravelRide' });

  it('gives the nearest first, and says how many days before or after', async () => {
    const answer = await server.call(tool, { activity_id });
    const days = objects(answer.structured).map(({ days_after }) => Number(days_after));
    expect(days.map(Math.abs)).toEqual(days.map(Math.abs).sort((a, b) => a - b));
    expect(days.some((day) => day < 0) && days.some((day) => day > 0)).toBe(true);
    expect(objects(answer.structured).map(({ id }) => id)).not.toContain(activity_id);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('keeps to the route when asked', async () => {
    const { structured } = await server.call(tool, { activity_id, same_route: true });
    expect(new Set(objects(structured).map(({ sport }) => sport))).toEqual(new Set(['GravelRide']));
    const indoors = await server.call(tool, { activity_id: server.newest({ sport: 'VirtualRide' }), same_route: true });
    expect(indoors.structured).toMatchObject({ rows: [], notes: [expect.stringContaining('no route')] });
  });

  it('refuses an activity that is not there', async () => {
    expect((await server.call(tool, { activity_id: 'i89099999' })).failure?.kind).toBe('not_found');
  });
});
