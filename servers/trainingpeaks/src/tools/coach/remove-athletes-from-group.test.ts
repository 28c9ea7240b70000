import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_remove_athletes_from_group', () => {
  it('removes members and leaves those out who are none', async () => {
    const server = connected({ account: 'coach' });
    const athlete_ids = ['2400012', '2400020'];
    const { structured } = await server.call('tp_remove_athletes_from_group', { group_id: '4002', athlete_ids });
    expect(objects(structured)).toMatchObject([{ id: '2400012', result: 'removed' }]);
    expect(structured).toMatchObject({ written: true, athletes_now: 2, notes: ['1 are no members.'] });
  });

  it('removes nobody from the default group', async () => {
    const server = connected({ account: 'coach' });
    const call = { group_id: '4001', athlete_ids: ['2400012'] };
    expect((await server.call('tp_remove_athletes_from_group', call)).failure?.kind).toBe('blocked');
    expect(server.writes()).toEqual([]);
  });
});
