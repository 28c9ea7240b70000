import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_custom_items', () => {
  it('lists them, and shows the content of one', async () => {
    const server = connected();
    const { structured } = await server.call('icu_get_custom_items');
    expect(objects(structured)).toMatchObject([
      { id: '40000', type: 'INPUT_FIELD', name: 'Caffeine', code: 'Caffeine' },
    ]);
    const one = await server.call('icu_get_custom_items', { item_id: '40000' });
    expect(one.structured.content).toMatchObject({ code: 'Caffeine', type: 'numeric' });
  });

  it('says when there are none, and fails for one that does not exist', async () => {
    const server = connected();
    const none = await server.call('icu_get_custom_items', { athlete: 'Luka Horvat' });
    expect(none.structured.notes).toEqual(['The athlete has added none.']);
    expect((await server.call('icu_get_custom_items', { item_id: '1' })).failure?.kind).toBe('not_found');
  });
});
