import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_search_exercises', () => {
  it('finds by name with what it is measured in', async () => {
    const { structured } = await connected().call('tp_search_exercises', { query: 'back squat' });
    expect(objects(structured)[0]).toMatchObject({
      exercise_id: '131',
      exercise: 'Back Squat',
      muscles: 'Quads, (Glute)',
      measures: 'Reps, WeightLb, WeightKg',
      video: 'https://youtu.be/demo-131',
    });
  });

  it('finds exercises of one’s own, marked, as a text of people', async () => {
    const { structured } = await connected().call('tp_search_exercises', { query: 'instructions squat' });
    expect(objects(structured)).toMatchObject([{ exercise_id: '390001', custom: true }]);
    expect(structured.user_text).toEqual(['exercise']);
  });

  it('keeps to a muscle group, and names the groups when there is none of that name', async () => {
    const server = connected();
    const { structured } = await server.call('tp_search_exercises', { query: 'row', muscle_group: 'upper back' });
    expect(objects(structured).every(({ muscles }) => String(muscles).includes('UpperBack'))).toBe(true);
    const none = await server.call('tp_search_exercises', { query: 'row', muscle_group: 'Wings' });
    expect(none.structured).toMatchObject({ total: 0, notes: [expect.stringContaining('UpperBack')] });
  });

  it('pages the whole library', async () => {
    const { structured, text } = await connected().call('tp_search_exercises', { query: '', limit: 100 });
    expect(structured.total).toBeGreaterThan(900);
    expect(text.length).toBeLessThan(20_000);
  });

  it('says that the exercise library cannot be read, never that nothing is found', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('http-403', { path: /libraryContent/, times: 'always' });
    const { failure, structured } = await server.call('tp_search_exercises', { query: 'squat' });
    expect(failure?.kind).toBe('forbidden');
    expect(structured.rows).toBeUndefined();
  });
});
