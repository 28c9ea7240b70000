import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const workout_id = '3500000607';

describe('tp_set_workout_note', () => {
  it('writes the note, copes with the empty answer, and reads it back', async () => {
    const server = connected();
    const { structured } = await server.call('tp_set_workout_note', { workout_id, note: 'Knee was fine.' });
    expect(structured).toMatchObject({ written: true, note: 'Knee was fine.' });
    expect(structured).not.toHaveProperty('notes');
    expect(server.writes().map(({ method }) => method)).toEqual(['PUT']);
  });

  it('shows the old text before it replaces it, clears with empty text, and writes nothing twice', async () => {
    const server = connected();
    await server.call('tp_set_workout_note', { workout_id, note: 'One' });
    const { structured } = await server.call('tp_set_workout_note', { workout_id, note: 'Two', dry_run: true });
    expect(structured.preview).toMatchObject({ diff: [{ before: 'One', after: 'Two' }] });
    expect((await server.call('tp_set_workout_note', { workout_id, note: '' })).structured.note).toBeNull();
    expect((await server.call('tp_set_workout_note', { workout_id, note: '' })).structured.written).toBe(false);
  });

  it('writes to no workout that is not there', async () => {
    const server = connected();
    const { failure } = await server.call('tp_set_workout_note', { workout_id: '3599999999', note: 'x' });
    expect(failure?.kind).toBe('not_found');
    expect(server.writes()).toEqual([]);
  });
});
