import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_rename_group', () => {
  it('renames a group, and gives the name before', async () => {
    const server = connected({ account: 'coach' });
    const { structured } = await server.call('tp_rename_group', { group_id: '4002', name: 'U19' });
    expect(structured).toMatchObject({ written: true, id: '4002', before: 'Juniors', name: 'U19' });
  });

  it('leaves the default group, a name that is taken and a name that it has alone', async () => {
    const server = connected({ account: 'coach' });
    const rename = (group_id: string, name: string) => server.call('tp_rename_group', { group_id, name });
    expect((await rename('4001', 'Everybody')).failure?.kind).toBe('blocked');
    expect((await rename('4002', 'my athletes')).failure?.kind).toBe('conflict');
    expect((await rename('4002', 'Juniors')).structured.written).toBe(false);
    expect(server.writes()).toEqual([]);
  });
});
