import { describe, expect, it } from 'vitest';
import { connectMemory, objects } from '../../testing/index.ts';

const server = () => connectMemory({});

describe('save_goal', () => {
  it('adds a goal once, changes and closes it', async () => {
    const { call } = server();
    const added = await call('mem_save_goal', { title: 'Ride 200 km', due: '2027-05-01' });
    expect(added.structured).toMatchObject({
      written: true,
      goal: { goal_id: '1', opened: '2026-10-14', outcome: null },
    });
    expect(added.text).toContain('not sent, not visible to the athlete');
    const again = await call('mem_save_goal', { title: 'Ride 200 km', due: '2027-05-01' });
    expect(again.structured.goal).toMatchObject({ goal_id: '1' });
    const open = await call('mem_list_goals');
    expect(objects(open.structured)).toEqual([
      expect.objectContaining({ goal_id: '1', title: 'Ride 200 km', due: '2027-05-01' }),
    ]);
    await call('mem_save_goal', { goal_id: '1', outcome: 'achieved' });
    expect((await call('mem_list_goals')).structured).toMatchObject({ rows: [], coverage: { goals: 1, shown: 0 } });
    const closed = await call('mem_list_goals', { state: 'closed' });
    expect(objects(closed.structured)).toMatchObject([{ outcome: 'achieved', closed: '2026-10-14' }]);
  });

  it('needs a title, and an id that is one', async () => {
    const { call } = server();
    expect((await call('mem_save_goal', { due: '2027-05-01' })).failure?.kind).toBe('bad_input');
    expect((await call('mem_save_goal', { goal_id: '9', outcome: 'dropped' })).failure?.kind).toBe('not_found');
  });

  it('shows what would be kept in a dry run, and keeps nothing', async () => {
    const { call } = server();
    const { structured } = await call('mem_save_goal', { title: 'A', dry_run: true });
    expect(structured).toMatchObject({
      written: false,
      preview: { diff: [{ field: 'title', before: null, after: 'A' }] },
    });
    expect((await call('mem_list_goals')).structured).toMatchObject({ coverage: { goals: 0 } });
  });
});
