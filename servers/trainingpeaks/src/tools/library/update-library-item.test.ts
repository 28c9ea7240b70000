import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const SWEET_SPOT = { library_id: '2100001', item_id: '12300001' };

describe('tp_update_library_item', () => {
  it('changes what is named and sends everything else back', async () => {
    const server = connected();
    const before = { ...server.world.library.items.get(12_300_001)! };
    const { structured } = await server.call('tp_update_library_item', { ...SWEET_SPOT, name: 'Sweet spot 3x12' });
    expect(structured).toMatchObject({
      written: true,
      changed: [{ field: 'name', before: '3 x 12 min sweet spot', after: 'Sweet spot 3x12' }],
    });
    expect(server.world.library.items.get(12_300_001)).toEqual({ ...before, itemName: 'Sweet spot 3x12' });
  });

  it('moves a template to another library', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_library_item', { ...SWEET_SPOT, to_library_id: '2100003' });
    expect(structured).toMatchObject({ item: { library_id: '2100003', item_id: '12300001' } });
    expect(server.world.library.items.get(12_300_001)).toMatchObject({ exerciseLibraryId: 2_100_003 });
  });

  it('gives it other steps, with time and load counted anew', async () => {
    const server = connected();
    const steps = [{ for: '1h', at: '65% FTP' }];
    const { structured } = await server.call('tp_update_library_item', { ...SWEET_SPOT, steps });
    expect(structured.item).toMatchObject({ planned_time_s: 3600, planned_tss: 42.3, steps });
  });

  it('renames a library', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_library_item', { library_id: '2100001', name: 'Winter' });
    expect(structured).toMatchObject({
      item: { library: 'Winter' },
      changed: [{ before: 'My workouts', after: 'Winter' }],
    });
    expect(server.world.library.libraries.get(2_100_001)).toMatchObject({ libraryName: 'Winter' });
  });

  it('does not rename a library when a template was meant', async () => {
    const server = connected();
    const { failure } = await server.call('tp_update_library_item', {
      library_id: '2100001',
      name: 'X',
      tss_planned: 50,
    });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('item_id') });
    expect(server.writes()).toEqual([]);
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_library_item', {
      ...SWEET_SPOT,
      name: '3 x 12 min sweet spot',
    });
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
  });
});
