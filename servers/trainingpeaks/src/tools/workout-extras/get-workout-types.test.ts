import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_workout_types', () => {
  it('lists sports with the names that other tools take, and their sub types', async () => {
    const { call } = connected();
    const { structured, text } = await call('tp_get_workout_types');
    const rows = objects(structured);
    expect(rows.find(({ id }) => id === 2)).toMatchObject({
      sport: 'Bike',
      subtypes: expect.stringContaining('49 Virtual Bike'),
    });
    expect(rows.find(({ id }) => id === 8)).toMatchObject({ sport: 'MtnBike', name: 'Mountain Bike' });
    expect(rows.find(({ id }) => id === 7)).toMatchObject({ sport: 'DayOff', subtypes: null });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('is asked for once a day', async () => {
    const server = connected();
    await server.call('tp_get_workout_types');
    await server.call('tp_get_workout_types');
    expect(server.requests.filter(({ url }) => url.endsWith('workouttypes'))).toHaveLength(1);
  });

  it('takes no athlete', async () => {
    const { call } = connected();
    expect((await call('tp_get_workout_types', { athlete: '1' })).failure?.kind).toBe('bad_input');
  });
});
