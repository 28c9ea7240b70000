import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const note_id = '39000003';

describe('tp_update_note', () => {
  it('changes what is named; title and text that are not named stay', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_note', { note_id, date: '2026-10-18', is_hidden: true });
    expect(structured).toMatchObject({
      written: true,
      note: { date: '2026-10-18', title: 'Travel', description: 'Train to Vienna at noon.', hidden: true },
    });
    const read = await server.call('tp_get_note', { note_id });
    expect(read.structured.note).toEqual(structured.note);
  });

  it('asks before it shows a hidden note to others', async () => {
    const server = connected();
    await server.call('tp_update_note', { note_id, is_hidden: true });
    const { structured } = await server.call('tp_update_note', { note_id, is_hidden: false });
    expect(structured).toMatchObject({ written: false, preview_token: expect.any(String) });
  });

  it('writes nothing when it already is so', async () => {
    const server = connected();
    const { structured } = await server.call('tp_update_note', { note_id, title: 'Travel' });
    expect(structured).toMatchObject({ written: false });
    expect(server.writes()).toEqual([]);
  });

  it('refuses an id that does not exist', async () => {
    expect((await connected().call('tp_update_note', { note_id: '1', title: 'X' })).failure?.kind).toBe('not_found');
  });
});
