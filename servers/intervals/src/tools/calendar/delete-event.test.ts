import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const event_id = '5000333';

describe('icu_delete_event', () => {
  it('always asks, then deletes one entry and says what went', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('icu_delete_event', { event_id });
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('4 x 8 min threshold') },
    });
    const done = await server.call('icu_delete_event', { event_id, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, deleted: { id: event_id, name: '4 x 8 min threshold' } });
    expect((await server.call('icu_get_event', { event_id })).failure?.kind).toBe('not_found');
    const sent = server.requests.filter(({ method }) => method === 'DELETE');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).not.toContain('others');
  });

  it('is not there unless deletes are allowed', () => {
    const server = connected({}, { selection: { allowDelete: 'none' } });
    expect([...server.runtime.tools.keys()]).not.toContain('icu_delete_event');
  });

  it('refuses the past when only the future may be deleted', async () => {
    const server = connected({}, { selection: { allowDelete: 'future' } });
    const { failure } = await server.call('icu_delete_event', { event_id: '5000331' });
    expect(failure?.kind).toBe('blocked');
  });

  it('refuses an id that does not exist', async () => {
    expect((await connected().call('icu_delete_event', { event_id: '1' })).failure?.kind).toBe('not_found');
  });
});
