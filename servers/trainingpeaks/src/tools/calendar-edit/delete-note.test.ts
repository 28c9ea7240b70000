import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const note_id = '39000003';

describe('tp_delete_note', () => {
  it('always asks, then deletes one note and says what went', async () => {
    const server = connected({}, { review: 'off' });
    const { structured } = await server.call('tp_delete_note', { note_id });
    expect(structured).toMatchObject({ written: false, preview: { summary: 'Delete note "Travel" of 2026-10-16' } });
    const done = await server.call('tp_delete_note', { note_id, preview_token: structured.preview_token });
    expect(done.structured).toMatchObject({ written: true, deleted: { note_id, title: 'Travel' } });
    expect((await server.call('tp_get_note', { note_id })).failure?.kind).toBe('not_found');
  });

  it('does not delete a note that was changed after the preview', async () => {
    const server = connected();
    const { structured } = await server.call('tp_delete_note', { note_id });
    await server.call('tp_update_note', { note_id, title: 'Stay' });
    const late = await server.call('tp_delete_note', { note_id, preview_token: structured.preview_token });
    expect(late.failure?.kind).toBe('conflict');
  });

  it('is not there unless deletes are allowed', () => {
    const server = connected({}, { selection: { allowDelete: 'none' } });
    expect([...server.runtime.tools.keys()]).not.toContain('tp_delete_note');
  });
});
