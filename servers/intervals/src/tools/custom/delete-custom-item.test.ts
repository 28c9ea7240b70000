import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_delete_custom_item', () => {
  it('asks, deletes, and gives back what is needed to make it again', async () => {
    const server = connected({}, { review: 'off' });
    const { structured: preview } = await server.call('icu_delete_custom_item', { item_id: '40000' });
    expect(preview.written).toBe(false);
    const { structured } = await server.call('icu_delete_custom_item', {
      item_id: '40000',
      preview_token: preview.preview_token,
    });
    expect(structured.deleted).toMatchObject({ name: 'Caffeine', content: { code: 'Caffeine' } });
    expect((await server.call('icu_delete_custom_item', { item_id: '40000' })).failure?.kind).toBe('not_found');
  });
});
