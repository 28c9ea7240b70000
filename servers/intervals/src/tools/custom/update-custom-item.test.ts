import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_update_custom_item', () => {
  it('renames one and moves it to another place', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_custom_item', {
      item_id: '40000',
      values: { name: 'Coffee', place: 3 },
    });
    expect(structured).toMatchObject({ written: true, item: { name: 'Coffee', place: 3 } });
    const again = await server.call('icu_update_custom_item', { item_id: '40000', values: { name: 'Coffee' } });
    expect(again.structured.written).toBe(false);
  });

  it('asks before others see it', async () => {
    const { structured } = await connected().call('icu_update_custom_item', {
      item_id: '40000',
      values: { visibility: 'PUBLIC' },
    });
    expect(structured).toMatchObject({ written: false, preview_token: expect.any(String) });
  });

  it('rewrites the content, and refuses a code that cannot be', async () => {
    const server = connected();
    const content = { code: 'Coffee', type: 'numeric' };
    const { structured } = await server.call('icu_update_custom_item', { item_id: '40000', values: { content } });
    expect(structured).toMatchObject({ item: { content: JSON.stringify(content) } });
    const { failure } = await server.call('icu_update_custom_item', {
      item_id: '40000',
      values: { content: { code: '2x' } },
    });
    expect(failure?.kind).toBe('bad_input');
  });
});
