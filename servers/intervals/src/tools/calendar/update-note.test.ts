import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

async function withNote() {
  const server = connected();
  const { structured } = await server.call('icu_create_note', {
    date: '2026-10-21',
    last_day: '2026-10-22',
    name: 'Travel',
    text: 'Late.',
  });
  return { server, event_id: String((structured.note as { event_id: string }).event_id) };
}

describe('icu_update_note', () => {
  it('changes what is named and keeps the rest', async () => {
    const { server, event_id } = await withNote();
    const { structured } = await server.call('icu_update_note', { event_id, text: 'Early.' });
    expect(structured).toMatchObject({
      written: true,
      note: { date: '2026-10-21', last_day: '2026-10-22', name: 'Travel', text: 'Early.' },
      changed: [{ field: 'text', before: 'Late.', after: 'Early.' }],
    });
  });

  it('keeps its length when it is moved', async () => {
    const { server, event_id } = await withNote();
    const { structured } = await server.call('icu_update_note', { event_id, date: '2026-10-25' });
    expect(structured.note).toMatchObject({ date: '2026-10-25', last_day: '2026-10-26' });
  });

  it('refuses to touch a workout', async () => {
    const { server } = await withNote();
    const { failure } = await server.call('icu_update_note', { event_id: '5000333', text: 'x' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('icu_update_planned_workout') });
  });
});
