import { describe, expect, it } from 'vitest';
import { connectMemory, objects } from '../../testing/index.ts';

const race = {
  kind: 'race',
  id: 'r1',
  day: '2026-11-01',
  name: 'City Marathon',
  text: null,
  sport: 'Run',
  family: 'run',
  plannedS: null,
  plannedDistanceM: null,
  plannedLoad: null,
  structured: false,
  doneId: null,
  priority: 'A',
} as const;
const server = () => connectMemory({ entries: [race] });

describe('list_goals', () => {
  it('lists open goals with the races ahead, and closed ones when asked', async () => {
    const { call } = server();
    await call('mem_save_goal', { title: 'Ride 200 km', due: '2027-05-01' });
    await call('mem_save_goal', { title: 'Swim' });
    await call('mem_save_goal', { goal_id: '2', outcome: 'dropped' });
    const { structured } = await call('mem_list_goals');
    expect(objects(structured)).toEqual([
      expect.objectContaining({ goal_id: '1', title: 'Ride 200 km', due: '2027-05-01' }),
    ]);
    expect(structured.races).toEqual([{ event_id: 'r1', day: '2026-11-01', name: 'City Marathon', priority: 'A' }]);
    const closed = objects((await call('mem_list_goals', { state: 'closed' })).structured);
    expect(closed).toMatchObject([{ title: 'Swim', outcome: 'dropped' }]);
    expect(objects((await call('mem_list_goals', { state: 'all' })).structured)).toHaveLength(2);
  });

  it('says that none is kept, and how to add one', async () => {
    const { structured } = await server().call('mem_list_goals');
    expect(structured).toMatchObject({
      notes: ['No goal is kept.'],
      next: 'mem_save_goal {"athlete":"m1","title":"Ride 200 km"}',
    });
  });

  it('says that races cannot be known without a calendar', async () => {
    const { structured } = await connectMemory({}, { ports: ['store'] }).call('mem_list_goals');
    expect(structured).toMatchObject({
      races: [],
      coverage: { races: null },
      notes: [expect.stringContaining('no calendar'), expect.any(String)],
    });
  });
});
