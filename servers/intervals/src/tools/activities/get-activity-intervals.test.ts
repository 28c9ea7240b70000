import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

describe('icu_get_activity_intervals', () => {
  const server = connected();

  it('gives the work intervals that the simulator rode', async () => {
    const { structured } = await server.call('icu_get_activity_intervals', {
      activity_id: YESTERDAY_RIDE,
      kind: 'work',
    });
    const { intervals } = server.truth.yesterday();
    expect(objects(structured)).toMatchObject(
      intervals.map(({ startIndex, doneSeconds, doneWatts }) => ({
        start_s: startIndex,
        moving_time_s: doneSeconds,
        average_power_w: Math.round(doneWatts),
      })),
    );
  });

  it('covers the whole activity with work and recovery', async () => {
    const { structured } = await server.call('icu_get_activity_intervals', { activity_id: YESTERDAY_RIDE });
    const seconds = objects(structured).reduce((sum, { moving_time_s }) => sum + Number(moving_time_s), 0);
    expect(seconds).toBe(4200);
  });

  it('tells steps, not strides, of a run', async () => {
    const { structured } = await server.call('icu_get_activity_intervals', {
      activity_id: server.newest({ sport: 'Run', source: 'GARMIN_CONNECT' }),
    });
    const [first] = objects(structured);
    expect(first).toHaveProperty('cadence_spm');
    expect(Number(first?.cadence_spm)).toBeGreaterThan(140);
  });

  it('refuses an id that does not exist', async () => {
    const { failure } = await server.call('icu_get_activity_intervals', { activity_id: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget for a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const { structured, text, failure } = await heavy.call('icu_get_activity_intervals', {
      activity_id: heavy.longest(),
    });
    expect(failure).toBeUndefined();
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
