import { describe, expect, it } from 'vitest';
import { activity, connectMemory, objects } from '../../testing/index.ts';

const vo2 = {
  movingS: 3600,
  intensity: 0.9,
  load: { points: 81, estimated: false },
  averageW: 190,
  normalizedW: 225,
  distanceM: 30_000,
};
const activities = [
  activity({ id: 'now', day: '2026-10-13', ...vo2 }),
  activity({ id: 'twin', day: '2026-09-01', ...vo2, distanceM: 30_500 }),
  activity({ id: 'near', day: '2026-08-01', ...vo2, movingS: 3900, load: { points: 85, estimated: false } }),
  activity({
    id: 'easy',
    day: '2026-09-10',
    movingS: 9000,
    intensity: 0.55,
    distanceM: 80_000,
    averageW: 140,
    normalizedW: 145,
  }),
  activity({ id: 'run', day: '2026-09-11', ...vo2, family: 'run', sport: 'Run' }),
  activity({ id: 'hidden', day: '2026-09-12', ...vo2, hidden: 'not shared' }),
  activity({ id: 'old', day: '2024-09-12', ...vo2 }),
];

describe('similar activities', () => {
  it('names the most alike first, of the same sport, readable and inside the days asked for', async () => {
    const { structured } = await connectMemory({ activities }).call('mem_find_similar', { activity_id: 'now' });
    expect(objects(structured).map(({ activity_id }) => activity_id)).toEqual(['now', 'twin', 'near']);
    expect(structured.next).toBe('mem_compare_activities {"activity_ids":["now","twin","near"]}');
    expect(structured.coverage).toMatchObject({ activities: 6, compared: 4 });
    expect(objects(structured).map(({ least_alike }) => least_alike)).toEqual([null, 'distance', 'duration']);
  });

  it('offers more days when nothing is alike', async () => {
    const { structured } = await connectMemory({ activities: activities.slice(0, 1) }).call('mem_find_similar', {
      activity_id: 'now',
    });
    expect(structured.rows).toHaveLength(1);
    expect(structured.next).toContain('"days":732');
  });

  it('refuses for an activity that tells nothing', async () => {
    const bare = activity({
      id: 'b',
      day: '2026-10-10',
      movingS: null,
      distanceM: null,
      ascentM: null,
      load: null,
      intensity: null,
      averageBpm: null,
      averageW: null,
    });
    const { failure } = await connectMemory({ activities: [bare] }).call('mem_find_similar', { activity_id: 'b' });
    expect(failure?.kind).toBe('bad_input');
  });

  it('reads one list, and one activity only when it lies outside', async () => {
    const server = connectMemory({ activities });
    await server.call('mem_find_similar', { activity_id: 'now' });
    expect(Object.fromEntries(server.asked)).toEqual({ 'activities.list': 1 });
    await server.call('mem_find_similar', { activity_id: 'old' });
    expect(server.asked.get('activities.get')).toBe(1);
  });
});
