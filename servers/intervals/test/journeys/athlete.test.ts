import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('“My load trend for 90 days; should I back off?”', () => {
  it('is one call: weeks, fitness as the platform has it and as we compute it, what speaks for backing off', async () => {
    const { server, ask, expectWithin } = journey();
    const { structured } = await ask('icu_get_training_load', { oldest: '2026-07-17', newest: TODAY, every: 'week' });
    const fitness = server.truth.fitnessOn(TODAY);
    expect(structured.current).toMatchObject({
      ctl: Number(fitness.ctl.toFixed(1)),
      atl: Number(fitness.atl.toFixed(1)),
      form: Number((fitness.ctl - fitness.atl).toFixed(1)),
    });
    expect(structured.own).toMatchObject({ largest_difference: 0 });
    expect(structured.coverage).toMatchObject({ days: 90, days_unknown: 0 });
    expect(structured.flags).toBeDefined();
    const week = objects(structured).find(({ week_from }) => week_from === '2026-09-28');
    const days = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2026, 8, 28 + i)).toISOString().slice(0, 10));
    expect(week?.load).toBe(days.reduce((sum, day) => sum + server.truth.loadOn(day).ctl, 0));
    expectWithin({ calls: 1, requests: 2, bytes: 5 * 1024 });
  });
});

describe('“How was yesterday’s threshold session against the plan?”', () => {
  it('is two calls: the last activity, then step by step what was planned and done', async () => {
    const { server, ask, expectWithin } = journey();
    const { structured: list } = await ask('icu_get_recent_activities', { days_back: 2, limit: 1 });
    const { structured } = await ask('icu_compare_planned_actual', { activity_id: objects(list)[0]?.id });
    const { intervals } = server.truth.yesterday();
    const work = objects(structured).filter(({ kind }) => kind === 'work');
    expect(work).toHaveLength(intervals.length);
    for (const [i, truth] of intervals.entries()) {
      expect(work[i]?.planned_time_s).toBe(truth.plannedSeconds);
      expect(Math.abs(Number(work[i]?.done_power_w) - truth.doneWatts)).toBeLessThanOrEqual(1);
    }
    expect(structured.planned).toMatchObject({ load: 74 });
    expect(structured.done).toMatchObject({ load: server.truth.loadOn('2026-10-13').atl });
    // The list, the activity, its plan, its samples, its laps.
    expectWithin({ calls: 2, requests: 5, bytes: 5 * 1024 });
  });
});

describe('“Build 2 × 20 sweet spot by my FTP for Tuesday and send it to my head unit”', () => {
  it('is three calls: the preview, the write, whether the device gets it', async () => {
    const { ask, expectWithin } = journey();
    const workout = {
      date: '2026-10-20',
      sport: 'Ride',
      name: '2 x 20 sweet spot',
      steps: [
        { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' },
        {
          repeat: 2,
          steps: [
            { for: '20min', at: '88-94% FTP' },
            { for: '5min', at: '55% FTP', kind: 'rest' },
          ],
        },
        { for: '10min', at: '50% FTP', kind: 'cooldown' },
      ],
    };
    const { structured: preview } = await ask('icu_create_planned_workout', workout);
    expect(preview).toMatchObject({ written: false, preview_token: expect.any(String) });
    const { preview_token } = preview;
    const { structured } = await ask('icu_create_planned_workout', { ...workout, preview_token });
    expect(structured).toMatchObject({
      written: true,
      workout: { date: '2026-10-20', planned_time_s: 75 * 60, planned_load: expect.any(Number) },
    });
    const { structured: delivery } = await ask('icu_get_device_delivery', {
      oldest: '2026-10-20',
      newest: '2026-10-20',
    });
    const session = objects(delivery).find(({ name }) => name === workout.name);
    expect(session?.verdict).toBe('goes to Garmin');
    // The day, the write, the calendar that holds what was stored and the race, wellness, the model; the delivery of the day.
    expectWithin({ calls: 3, requests: 6, bytes: 4 * 1024 });
  });
});

describe('“What is my best 20 min this year against last, and what was my CTL then?”', () => {
  it('is one call: the best of each year with the fitness of its day', async () => {
    const { server, ask, expectWithin } = journey();
    const { structured } = await ask('icu_get_records', { measure: 'power', at: [1200], periods: ['2026', '2025'] });
    const years = { '2026': TODAY, '2025': '2025-12-31' };
    for (const [year, last] of Object.entries(years)) {
      const best = server.truth.bestPower(1200, `${year}-01-01`, last)!;
      const found = objects(structured).find(({ period }) => period === year);
      expect(Math.abs(Number(found?.power_w) - best.watts)).toBeLessThanOrEqual(1);
      expect(found?.date).toBe(best.session.day);
      expect(found?.ctl).toBeCloseTo(server.truth.fitnessOn(best.session.day).ctl, 1);
    }
    expectWithin({ calls: 1, requests: 3, bytes: 3 * 1024 });
  });
});

describe('“Move Thursday’s ride to Friday and shorten it to 60 min”', () => {
  it('is two calls: what would change with the new load, then the change', async () => {
    const { server, ask, expectWithin } = journey();
    const edit = {
      event_id: '5000333',
      date: '2026-10-16',
      steps: [
        { for: '12min', at: 'ramp 45-72% FTP', kind: 'warmup' },
        {
          repeat: 3,
          steps: [
            { for: '8min', at: '100% FTP' },
            { for: '4min', at: '50% FTP' },
          ],
        },
        { for: '12min', at: '50% FTP', kind: 'cooldown' },
      ],
    };
    const { structured: preview } = await ask('icu_update_planned_workout', edit);
    const { diff } = preview.preview as { diff: { field: string; before: unknown; after: unknown }[] };
    expect(diff).toContainEqual({ field: 'date', before: '2026-10-15', after: '2026-10-16' });
    const { preview_token } = preview;
    const { structured } = await ask('icu_update_planned_workout', { ...edit, preview_token });
    expect(structured).toMatchObject({ written: true, workout: { date: '2026-10-16', planned_time_s: 3600 } });
    expect(server.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    // The session, the new day; the session again, the write, the calendar with what was stored, wellness, the model.
    expectWithin({ calls: 2, requests: 7, bytes: 3 * 1024 });
  });
});

describe('“I’m ill until Monday”', () => {
  it('is two calls: the sessions that lie in those days, then the entry', async () => {
    const { ask, expectWithin } = journey();
    const ill = { date: TODAY, category: 'SICK', name: 'Ill', values: { last_day: '2026-10-19' } };
    const { structured: preview } = await ask('icu_create_event', ill);
    expect(JSON.stringify(preview.preview)).toContain('3 planned sessions lie in these days');
    const { preview_token } = preview;
    const { structured } = await ask('icu_create_event', { ...ill, preview_token });
    expect(structured).toMatchObject({
      written: true,
      item: { category: 'SICK', date: TODAY, last_day: '2026-10-19' },
    });
    // The days of it; the write, the calendar with what was stored, wellness, the model.
    expectWithin({ calls: 2, requests: 5, bytes: 3 * 1024 });
  });
});
