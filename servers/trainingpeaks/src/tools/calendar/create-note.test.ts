import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const note = { date: '2026-10-21', title: 'Camp', description: 'Three hard days.' };

describe('tp_create_note', () => {
  it('writes a note on its day', async () => {
    const server = connected();
    const { structured } = await server.call('tp_create_note', note);
    expect(structured).toMatchObject({ written: true, note });
    const rows = objects((await server.call('tp_list_notes', { oldest: note.date, newest: note.date })).structured);
    expect(rows).toMatchObject([{ title: 'Camp', date: note.date }]);
  });

  it('does not double the note when the call is repeated', async () => {
    const server = connected();
    await server.call('tp_create_note', note);
    const again = await server.call('tp_create_note', note);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('already there')] });
    expect(server.writes()).toHaveLength(1);
  });

  it('asks before it writes to somebody else', async () => {
    const server = connected({ account: 'coach' });
    const [, other] = objects((await server.call('tp_list_athletes')).structured);
    const { structured } = await server.call('tp_create_note', { ...note, athlete: String(other?.id) });
    expect(structured).toMatchObject({ written: false, athlete: { id: other?.id } });
    expect(server.writes()).toEqual([]);
  });

  it('refuses an empty title', async () => {
    expect((await connected().call('tp_create_note', { ...note, title: '' })).failure?.kind).toBe('bad_input');
  });
});
