import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { bestMean } from '@core/sandbox/athlete';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../../test/connected.ts';

const call = { activity_id: YESTERDAY_RIDE, duration_s: 720, count: 2 };

describe('icu_get_best_efforts', () => {
  const server = connected();

  it('finds the strongest stretch, and where it begins in seconds', async () => {
    const { structured } = await server.call('icu_get_best_efforts', call);
    const { session, intervals } = server.truth.yesterday();
    const best = bestMean(server.athlete.recording(session).channels.power!, 720);
    expect(objects(structured)[0]).toEqual({
      start_s: intervals[1]!.startIndex,
      duration_s: 720,
      average_power_w: Math.round(best!),
    });
  });

  it('gives a pace for a run asked for by distance', async () => {
    const activity_id = server.newest({ sport: 'Run', source: 'GARMIN_CONNECT' });
    const { structured } = await server.call('icu_get_best_efforts', {
      activity_id,
      distance_m: 1000,
      channel: 'speed',
      count: 1,
    });
    const [first] = objects(structured);
    expect(Number(first?.pace_s_per_km)).toBeGreaterThan(180);
    expect(Number(first?.pace_s_per_km)).toBeLessThan(500);
  });

  it.each([{}, { duration_s: 60, distance_m: 500 }])(
    'wants exactly one of duration and distance: %j',
    async (given) => {
      const { failure } = await server.call('icu_get_best_efforts', { activity_id: YESTERDAY_RIDE, ...given });
      expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('exactly one') });
    },
  );

  it('says so when no stretch is that long', async () => {
    const { structured } = await server.call('icu_get_best_efforts', { ...call, duration_s: 36_000 });
    expect(structured.notes).toEqual(['The activity has no power stretch of that length.']);
  });

  it('stays within the answer budget for a ride of twelve hours', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call('icu_get_best_efforts', {
      activity_id: heavy.longest(),
      duration_s: 60,
      count: 20,
    });
    expect(answer.failure).toBeUndefined();
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
