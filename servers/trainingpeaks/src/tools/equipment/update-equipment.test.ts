import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_update_equipment', () => {
  it('changes what is named and nothing else', async () => {
    const server = connected();
    const [before] = objects((await server.call('tp_get_equipment')).structured);
    const { structured } = await server.call('tp_update_equipment', { equipment_id: '501', max_distance_km: 20_000 });
    expect(structured).toMatchObject({
      written: true,
      changed: [{ field: 'max_distance_km', before: null, after: 20_000 }],
    });
    const [after] = objects((await server.call('tp_get_equipment')).structured);
    expect(after).toEqual({ ...before, max_distance_km: 20_000 });
  });

  it('retires a bike and takes it back', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_equipment', { equipment_id: '501', retired: true });
    expect(structured).toMatchObject({ changed: [{ field: 'retired', before: null, after: true }] });
    const again = await server.call('tp_update_equipment', { equipment_id: '501', retired: false });
    expect(again.structured.equipment).not.toHaveProperty('retired');
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_equipment', { equipment_id: '501', name: 'Road bike' });
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
  });

  it('names what there is when the id is wrong', async () => {
    const { failure } = await connected().call('tp_update_equipment', { equipment_id: '999', name: 'X' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('Road bike (501)') });
  });
});
