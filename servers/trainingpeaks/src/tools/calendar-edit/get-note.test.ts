import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('tp_get_note', () => {
  it('gives a note with its whole text', async () => {
    const { structured } = await connected().call('tp_get_note', { note_id: '39000003' });
    expect(structured.note).toEqual({
      note_id: '39000003',
      date: '2026-10-16',
      title: 'Travel',
      description: 'Train to Vienna at noon.',
    });
  });

  it('refuses an id that does not exist, and what is no id', async () => {
    const { call } = connected();
    expect((await call('tp_get_note', { note_id: '1' })).failure?.kind).toBe('not_found');
    expect((await call('tp_get_note', { note_id: '../../users' })).failure?.kind).toBe('bad_input');
  });
});
