import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, YESTERDAY_RIDE } from '../../test/connected.ts';

describe('icu_compare_planned_actual', () => {
  const server = connected();

  it('finds every planned interval in what was done, as the simulator rode it', async () => {
    const answer = await server.call('icu_compare_planned_actual', { activity_id: YESTERDAY_RIDE });
    const { intervals } = server.truth.yesterday();
    const work = objects(answer.structured).filter(({ kind }) => kind === 'work');
    expect(work).toHaveLength(intervals.length);
    for (const [i, truth] of intervals.entries()) {
      expect(work[i]).toMatchObject({
        planned_time_s: truth.plannedSeconds,
        target_low_power_w: Math.round(truth.plannedWatts),
      });
      expect(Math.abs(Number(work[i]?.done_time_s) - truth.doneSeconds)).toBeLessThanOrEqual(5);
      expect(Math.abs(Number(work[i]?.done_power_w) - truth.doneWatts)).toBeLessThanOrEqual(1);
    }
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('says which interval was met, too hard, and too easy and cut short', async () => {
    const { structured } = await server.call('icu_compare_planned_actual', { activity_id: YESTERDAY_RIDE });
    const work = objects(structured).filter(({ kind }) => kind === 'work');
    expect(work.map(({ duration, effort }) => [duration, effort])).toEqual([
      ['met', 'met'],
      ['met', 'over'],
      ['short', 'under'],
    ]);
    expect(structured.work).toEqual({ met: 1, of: 3 });
  });

  it('keeps planned and done apart', async () => {
    const { structured } = await server.call('icu_compare_planned_actual', { activity_id: YESTERDAY_RIDE });
    expect(structured.planned).toMatchObject({ load: 74 });
    expect(structured.done).toMatchObject({ load: server.truth.loadOn('2026-10-13').atl });
  });

  it('refuses to lay a ride over a workout that it was not', async () => {
    const { structured } = await server.call('icu_compare_planned_actual', {
      activity_id: server.newest({ sport: 'GravelRide' }),
      event_id: '5000333',
    });
    expect(structured.rows).toEqual([]);
    expect(structured.refused).toMatch(/./);
  });

  it('says how to find the plan of an activity that has none', async () => {
    const { failure } = await server.call('icu_compare_planned_actual', {
      activity_id: server.newest({ sport: 'Swim' }),
    });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('event_id') });
  });
});
