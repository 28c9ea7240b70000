import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const workout_id = '3500000607';

describe('tp_get_workout_note', () => {
  it('is null where there is none, and the text with its date where there is one', async () => {
    const server = connected();
    expect((await server.call('tp_get_workout_note', { workout_id })).structured).toMatchObject({ note: null });
    await server.call('tp_set_workout_note', { workout_id, note: 'Knee was fine.' });
    const { structured } = await server.call('tp_get_workout_note', { workout_id });
    expect(structured).toMatchObject({ note: 'Knee was fine.', updated_utc: expect.stringMatching(/^2026-10-14T/) });
  });

  it('reads no note of a workout that is not this athlete’s', async () => {
    const server = connected();
    expect((await server.call('tp_get_workout_note', { workout_id: '3599999999' })).failure?.kind).toBe('not_found');
    expect(server.requests.some(({ url }) => url.includes('privateWorkoutNote'))).toBe(false);
  });
});
