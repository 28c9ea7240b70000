import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const event_id = '800004';

describe('tp_delete_event', () => {
  it('always asks, then deletes one event and says what went', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('tp_delete_event', { event_id });
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: 'Delete event "Autumn 10k" of 2026-11-08' },
    });
    const done = await server.call('tp_delete_event', { event_id, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, deleted: { event_id, name: 'Autumn 10k' } });
    const rows = objects((await server.call('tp_get_events')).structured);
    expect(rows.map(({ name }) => name)).toEqual(['Gravel Fondo', 'Ljubljana road race']);
  });

  it('refuses the past when only the future may be deleted', async () => {
    const server = connected({}, { selection: { allowDelete: 'future' } });
    expect((await server.call('tp_delete_event', { event_id: '800002' })).failure?.kind).toBe('blocked');
  });

  it('refuses an event that a coach locked', async () => {
    const server = connected();
    server.me.events.put({ ...server.me.events.find(Number(event_id)), isLocked: true });
    expect((await server.call('tp_delete_event', { event_id })).failure?.kind).toBe('blocked');
  });
});
