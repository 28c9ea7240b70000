import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_get_tags', () => {
  it('lists what activities are tagged with', async () => {
    const { structured } = await connected().call('icu_get_tags');
    expect(structured.tags).toEqual(['key', 'race']);
  });

  it('knows a tag of the calendar as soon as it is used', async () => {
    const server = connected();
    await server.call('icu_update_event', { event_id: '5020007', values: { tags: ['A goal'] } });
    const { structured } = await server.call('icu_get_tags', { of: 'event' });
    expect(structured.tags).toEqual(['A goal']);
  });

  it('refuses another kind', async () => {
    const { failure } = await connected().call('icu_get_tags', { of: 'gear' });
    expect(failure?.kind).toBe('bad_input');
  });
});
