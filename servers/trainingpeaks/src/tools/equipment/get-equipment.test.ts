import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_equipment', () => {
  it('lists bikes and shoes with kilometres under the names of the platform’s own fields', async () => {
    const rows = objects((await connected().call('tp_get_equipment')).structured);
    expect(rows[0]).toMatchObject({
      equipment_id: '501',
      type: 'bike',
      name: 'Road bike',
      distance_km: 14212,
      crank_length_mm: 172.5,
      default: true,
    });
    expect(rows.find(({ retired }) => retired === true)).toMatchObject({ name: 'Old trainer bike' });
  });

  it('lists one kind when asked', async () => {
    const rows = objects((await connected().call('tp_get_equipment', { type: 'shoe' })).structured);
    expect(rows.map(({ name }) => name)).toEqual(['Blue shoes']);
  });

  it('refuses another kind', async () => {
    expect((await connected().call('tp_get_equipment', { type: 'skis' })).failure?.kind).toBe('bad_input');
  });
});
