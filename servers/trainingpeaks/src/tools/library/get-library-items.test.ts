import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_library_items', () => {
  it('lists templates with their sport by name, time, load and session', async () => {
    const { structured } = await connected().call('tp_get_library_items', { library_id: '2100001' });
    const rows = objects(structured);
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatchObject({
      item_id: '12300001',
      name: '3 x 12 min sweet spot',
      sport: 'Bike',
      planned_time_s: 4380,
      session: expect.stringContaining('3x(12min 88-93% FTP'),
    });
    expect(rows[5]).toMatchObject({ name: '2000 m swim', planned_distance_km: 2, session: null });
  });

  it('finds a template by a part of its name in all libraries', async () => {
    const { structured } = await connected().call('tp_get_library_items', { query: 'SWEET' });
    expect(objects(structured).map(({ library_id }) => library_id)).toEqual(['2100001', '2100002']);
  });

  it('gives one in full, with steps in the form that tools take', async () => {
    const { structured } = await connected().call('tp_get_library_items', {
      library_id: '2100001',
      item_id: '12300001',
    });
    expect(structured.item).toMatchObject({ description: 'Stay seated, 88 to 93 %.', subtype_id: 6 });
    expect((structured.item as { steps: unknown[] }).steps[1]).toMatchObject({ repeat: 3 });
  });

  it('says that there is no such template', async () => {
    const { failure } = await connected().call('tp_get_library_items', { library_id: '2100001', item_id: '5' });
    expect(failure).toMatchObject({ kind: 'not_found' });
  });

  it('stays within its answer on a heavy account', async () => {
    const { structured, text } = await connected({ heavy: true }).call('tp_get_library_items', { limit: 200 });
    expect(structured.total).toBeGreaterThan(400);
    expect(text.length).toBeLessThan(40_000);
  });
});
