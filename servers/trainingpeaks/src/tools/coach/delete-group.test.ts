import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_delete_group', () => {
  it('deletes a group after a yes, and nobody in it', async () => {
    const server = connected({ account: 'coach' });
    const asked = await server.call('tp_delete_group', { group_id: '4002' });
    expect(asked.text).toContain('with 3 members; the athletes themselves stay');
    const { preview_token } = asked.structured;
    const { structured } = await server.call('tp_delete_group', { group_id: '4002', preview_token });
    expect(structured).toMatchObject({ written: true, deleted: true, name: 'Juniors' });
    expect(objects((await server.call('tp_list_athletes')).structured)).toHaveLength(21);
  });

  it('leaves the default group alone', async () => {
    const server = connected({ account: 'coach' });
    expect((await server.call('tp_delete_group', { group_id: '4001' })).failure?.kind).toBe('blocked');
    expect(server.writes()).toEqual([]);
  });
});
