import { describe, expect, it } from 'vitest';
import { objects } from '../table.ts';
import { journey } from './journey.ts';

const TODAY = '2026-10-14';

describe('“How’s today looking: train or rest?”', () => {
  it('is one call, with form by our own numbers and what is not known here', async () => {
    const { ask, expectWithin } = journey();
    const { structured } = await ask('igp_get_today');
    expect(JSON.stringify(structured.form)).toMatch(/"ctl":\d/);
    expectWithin({ calls: 1, requests: 20, bytes: 4 * 1024 });
  });
});

describe('“My load trend for 90 days; should I back off?”', () => {
  it('is one call: every week, the history it starts from, what is estimated', async () => {
    const { ask, rides, expectWithin } = journey();
    const { structured } = await ask('igp_analyze_training_load', { days: 90 });
    const weeks = objects(structured);
    expect(structured).not.toHaveProperty('left_out');
    expect(weeks[0]).toMatchObject({ week_from: '2026-10-12' });
    expect(weeks.at(-1)).toMatchObject({ week_from: '2026-07-17' });
    const ridden = rides.list().filter(({ startLocal }) => startLocal.slice(0, 10) >= '2026-07-17');
    expect(weeks.reduce((sum, { rides: count }) => sum + Number(count), 0)).toBe(ridden.length);
    expect(structured.coverage).toMatchObject({ days: 132, not_read: 0 });
    // Rides without power and heart rate are named, each with its reason.
    expect(structured.skipped).toHaveLength((structured.coverage as { skipped: number }).skipped);
    expectWithin({ calls: 1, requests: 10, bytes: 5 * 1024 });
  });
});

describe('“How was yesterday’s threshold session?”', () => {
  it('is two calls: the last ride, and its efforts as the power shows them', async () => {
    const { ask, expectWithin } = journey();
    const { structured: list } = await ask('igp_list_activities', { oldest: '2026-10-12', sport: 'cycling' });
    const [last] = objects(list);
    expect(last?.start).toBe('2026-10-13');
    const { structured } = await ask('igp_get_activity_efforts', { activity_id: last?.id });
    expect(objects(structured).length).toBeGreaterThan(1);
    expectWithin({ calls: 2, requests: 3, bytes: 5 * 1024 });
  });
});

describe('“Compare my last 5 VO2 sessions”', () => {
  it('is two calls: finding them by name, and one table of them', async () => {
    const { ask, expectWithin } = journey();
    const { structured: found } = await ask('igp_list_activities', { name: 'VO2', limit: 5 });
    const ids = objects(found).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    const { structured } = await ask('igp_compare_activities', { activity_ids: ids });
    expect(
      objects(structured)
        .map(({ activity_id }) => activity_id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expectWithin({ calls: 2, requests: 32, bytes: 8 * 1024 });
  });
});

describe('“What is my best 20 min this year against last, and what was my CTL then?”', () => {
  it('is one call: the best of each year, true to the watt, with the fitness of its day', {
    timeout: 60_000,
  }, async () => {
    const { ask, rides, sandbox, expectWithin } = journey();
    const { structured } = await ask('igp_get_records', { measure: 'power', at: [1200], periods: ['2026', '2025'] });
    for (const [year, last] of Object.entries({ '2026': TODAY, '2025': '2025-12-31' })) {
      const found = objects(structured).find(({ period }) => period === year);
      const best = sandbox.truth.bestPower(1200, `${year}-01-01`, last)!;
      expect(Math.abs(Number(found?.power_w) - best.watts)).toBeLessThanOrEqual(1);
      expect(found?.date).toBe(best.session.day);
      expect(found?.ctl).toBeTypeOf('number');
      expect(rides.find(String(found?.activity_id))?.startLocal.slice(0, 10)).toBe(best.session.day);
    }
    expectWithin({ calls: 1, requests: 90, bytes: 4 * 1024 });
  });
});

describe('“Build 2 × 20 sweet spot by my FTP”', () => {
  it('is two calls: the preview that writes nothing, and the write', async () => {
    const { ask, sandbox, expectWithin } = journey();
    const workout = {
      name: '2 x 20 sweet spot',
      steps: [
        { for: '15min', at: '60% FTP', kind: 'warmup' },
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
    const before = sandbox.emulator.requests.filter(({ path }) => /EditCustomWorkOut/i.test(path)).length;
    const { structured: preview } = await ask('igp_create_workout', workout);
    expect(preview).toMatchObject({ written: false, preview_token: expect.any(String) });
    expect(sandbox.emulator.requests.filter(({ path }) => /EditCustomWorkOut/i.test(path))).toHaveLength(before);
    const { structured } = await ask('igp_create_workout', { ...workout, preview_token: preview.preview_token });
    expect(structured).toMatchObject({ written: true, workout: { name: workout.name, planned_time_s: 75 * 60 } });
    expectWithin({ calls: 2, requests: 10, bytes: 6 * 1024 });
  });
});
