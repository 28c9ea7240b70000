import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_delete_equipment', () => {
  it('always asks, then deletes one item and keeps the others as they are', async () => {
    const server = connected({}, { review: 'off' });
    const before = objects((await server.call('tp_get_equipment')).structured);
    const call = { equipment_id: '502' };
    const { structured } = await server.call('tp_delete_equipment', call);
    expect(structured).toMatchObject({ written: false, preview: { summary: 'Delete bike "Old trainer bike"' } });
    const done = await server.call('tp_delete_equipment', { ...call, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, deleted: { name: 'Old trainer bike' } });
    const after = objects((await server.call('tp_get_equipment')).structured);
    expect(after.map(({ name, distance_km }) => [name, distance_km])).toEqual(
      before.filter(({ equipment_id }) => equipment_id !== '502').map(({ name, distance_km }) => [name, distance_km]),
    );
  });

  it('refuses an id that does not exist', async () => {
    expect((await connected().call('tp_delete_equipment', { equipment_id: '1' })).failure?.kind).toBe('not_found');
  });
});
