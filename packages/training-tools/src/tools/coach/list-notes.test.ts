import { describe, expect, it } from 'vitest';
import { connectMemory, objects } from '../../testing/index.ts';

const note = {
  kind: 'note',
  id: 'n1',
  day: '2026-10-10',
  name: 'Travel',
  text: 'No bike',
  visibility: 'athlete',
} as const;
const server = () => connectMemory({ entries: [note] });

describe('list_notes', () => {
  it('lists your own and those of the calendar, newest first, with where each is', async () => {
    const { call } = server();
    await call('mem_add_note', { text: 'Knee pain, watch volume' });
    await call('mem_add_note', { text: 'Long ago', day: '2025-01-01' });
    const { structured } = await call('mem_list_notes');
    expect(objects(structured)).toEqual([
      { note_id: '1', day: '2026-10-14', where: 'this machine', visibility: 'coach', text: 'Knee pain, watch volume' },
      { note_id: 'n1', day: '2026-10-10', where: 'Memory', visibility: 'athlete', text: 'Travel: No bike' },
    ]);
  });

  it('says that there is none in the range', async () => {
    const { structured } = await server().call('mem_list_notes', { oldest: '2026-01-01', newest: '2026-01-31' });
    expect(structured.notes).toEqual(['No note from 2026-01-01 to 2026-01-31.']);
  });
});
