import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const note = { date: '2026-10-21', last_day: '2026-10-23', name: 'Travel', text: 'Late flight, keep it short.' };

describe('icu_create_note', () => {
  it('writes a note over its days, the last one included', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_note', note);
    expect(structured).toMatchObject({ written: true, note });
    const listed = await server.call('icu_get_calendar_events', {
      oldest: note.date,
      newest: note.date,
      kind: 'notes',
    });
    expect(objects(listed.structured)).toMatchObject([{ start: '2026-10-21', last_day: '2026-10-23', name: 'Travel' }]);
  });

  it('does not double the note when the call is repeated', async () => {
    const server = connected();
    await server.call('icu_create_note', note);
    const again = await server.call('icu_create_note', note);
    expect(again.structured).toMatchObject({ written: false, notes: [expect.stringContaining('already there')] });
  });

  it('refuses an end before the start', async () => {
    const { failure } = await connected().call('icu_create_note', { ...note, last_day: '2026-10-20' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'swap the two days' });
  });
});
