import { describe, expect, it } from 'vitest';
import { connectMemory } from '../../testing/index.ts';

const server = () => connectMemory({});

describe('add_note', () => {
  it('keeps a note of the coach here: one call, nothing asked of the platform, nobody asked', async () => {
    const { call, asked } = server();
    const { structured, text } = await call('mem_add_note', { text: 'Knee pain, watch volume' });
    expect(structured).toMatchObject({ written: true, note: { day: '2026-10-14', visibility: 'coach' } });
    expect(text).toContain('not sent, not visible');
    expect(Object.fromEntries(asked)).toEqual({});
    await call('mem_add_note', { text: 'Knee pain, watch volume' });
    expect((await call('mem_list_notes')).structured).toMatchObject({ coverage: { own: 1 } });
  });

  it('puts a note for the athlete on the calendar after a preview, once', async () => {
    const { call, asked } = server();
    const args = { text: 'Bring lights.\nIt will be dark.', visibility: 'athlete' };
    const preview = (await call('mem_add_note', args)).structured;
    expect(preview).toMatchObject({
      written: false,
      preview: { summary: expect.stringContaining('they can read it') },
    });
    expect(asked.get('calendar.addNote')).toBeUndefined();
    const done = await call('mem_add_note', { ...args, preview_token: preview.preview_token });
    expect(done.structured).toMatchObject({ written: true, note: { visibility: 'athlete' } });
    expect(asked.get('calendar.addNote')).toBe(1);
    const replayed = await call('mem_add_note', { ...args, preview_token: preview.preview_token });
    expect(replayed.failure?.kind).toBe('conflict');
    expect(asked.get('calendar.addNote')).toBe(1);
  });

  it('refuses one for the athlete where the calendar cannot be written', async () => {
    const { call } = connectMemory({}, { ports: ['store'] });
    const { failure } = await call('mem_add_note', { text: 'x', visibility: 'athlete' });
    expect(failure?.kind).toBe('blocked');
  });
});
