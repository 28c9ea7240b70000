import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const gels = { type: 'ACTIVITY_FIELD', name: 'Gels', content: { code: 'Gels', type: 'numeric' } };

describe('icu_create_custom_item', () => {
  it('adds a field once, private', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_custom_item', gels);
    expect(structured).toMatchObject({
      written: true,
      item: { type: 'ACTIVITY_FIELD', code: 'Gels', visibility: 'private' },
    });
    const again = await server.call('icu_create_custom_item', { ...gels, name: 'Gels eaten' });
    expect(again.structured.written).toBe(false);
  });

  it.each([
    [{ ...gels, content: { code: 'my gels' } }, 'content.code'],
    [{ ...gels, content: { code: 'Gels', type: 'number' } }, 'content.type'],
  ])('refuses %j', async (args, said) => {
    const { failure } = await connected().call('icu_create_custom_item', args);
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining(said) });
  });
});
