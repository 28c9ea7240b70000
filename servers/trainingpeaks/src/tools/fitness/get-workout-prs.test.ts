import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

async function tested() {
  const server = connected();
  const [best] = objects((await server.call('tp_get_peaks', { sport: 'Bike', pr_type: '20min' })).structured);
  return { server, workout_id: String(best?.workout_id), watts: best?.power_w };
}

describe('tp_get_workout_prs', () => {
  it('lists the records of the workout that holds the best 20 minutes', async () => {
    const { server, workout_id, watts } = await tested();
    const rows = objects((await server.call('tp_get_workout_prs', { workout_id })).structured);
    expect(rows.find(({ record }) => record === 'power20min')).toMatchObject({ rank: 1, power_w: watts });
  });

  it('reads the time frame said as a word too', async () => {
    const { server, workout_id } = await tested();
    server.quirks.timeFrame = 'text';
    const rows = objects((await server.call('tp_get_workout_prs', { workout_id })).structured);
    expect(typeof rows[0]?.of).toBe('string');
  });

  it('says that the platform is still counting', async () => {
    const { server, workout_id } = await tested();
    server.quirks.recordsPending = true;
    const { structured } = await server.call('tp_get_workout_prs', { workout_id });
    expect(structured).toMatchObject({ still_counting: true });
  });

  it('refuses what is no id', async () => {
    const { failure } = await connected().call('tp_get_workout_prs', { workout_id: '../user' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('"workout_id"') });
  });
});
