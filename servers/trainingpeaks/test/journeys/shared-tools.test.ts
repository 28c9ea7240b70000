import { describe, expect, it } from 'vitest';
import { objects, TODAY, YESTERDAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A1: how is today looking, train or rest?', () => {
  it('takes one call: form delivered and projected, the morning, the plan; four lists make the calendar', async () => {
    await journey({ calls: 1, requests: 6, bytes: 4_096 }, async ({ ask }) => {
      const today = await ask('tp_get_today');
      expect(today).toMatchObject({ as_of: TODAY, form: { delivered: { load: 0 } } });
      expect(today.planned).toContainEqual(expect.objectContaining({ when: 'today', kind: 'session' }));
    });
  });
});

describe('A2: my load for 90 days; should I back off?', () => {
  it('takes one call and two requests', async () => {
    await journey({ calls: 1, requests: 2, bytes: 2_830 }, async ({ ask }) => {
      const load = await ask('tp_get_training_load');
      expect(load.coverage).toMatchObject({ days: 90 });
      expect(load.own).toMatchObject({ largest_difference: expect.closeTo(0, 1) });
    });
  });
});

describe('A3: how was yesterday’s session against the plan?', () => {
  it('takes two calls, each step beside its lap', async () => {
    await journey({ calls: 2, requests: 4, bytes: 3_510 }, async ({ ask }) => {
      const [ride] = objects(await ask('tp_get_workouts', { oldest: YESTERDAY, newest: YESTERDAY }));
      const compared = await ask('tp_compare_planned_actual', { activity_id: ride!.workout_id });
      expect(compared.coverage).toMatchObject({ lap_source: 'device' });
      expect(compared.refused).toBeUndefined();
    });
  });
});

describe('A6: if I do this draft week, where is my form on race day?', () => {
  it('takes one call and writes nothing', async () => {
    await journey({ calls: 1, requests: 3, bytes: 2_500 }, async ({ ask, server }) => {
      const draft = [
        { date: '2026-10-19', load: 60 },
        { date: '2026-10-21', load: 90 },
      ];
      const answer = await ask('tp_project_load', { draft, until: '2026-10-25' });
      expect(objects(answer).at(-1)).toMatchObject({ date: '2026-10-25', projected_form: expect.any(Number) });
      expect(server.changes()).toEqual([]);
    });
  });
});

describe('A7: am I ready for the race?', () => {
  it('takes one call, evidence and never a score', async () => {
    await journey({ calls: 1, requests: 6, bytes: 4_900 }, async ({ ask }) => {
      const ready = await ask('tp_get_race_readiness');
      expect(ready.race).toMatchObject({ days_left: expect.any(Number) });
      expect(Object.keys(ready)).not.toContain('score');
    });
  });
});

describe('A8: what is my best 20 min this year against last, and what was my CTL then?', () => {
  it('takes one call and three requests', async () => {
    await journey({ calls: 1, requests: 3, bytes: 1_040 }, async ({ ask }) => {
      const [now, then] = objects(await ask('tp_get_records', { at: [1200], periods: ['2026', '2025'] }));
      expect(now).toMatchObject({ date: '2026-05-12', power_w: 271 });
      expect(then).toMatchObject({ date: '2025-11-11', power_w: 258 });
      expect(Number(now?.ctl)).toBeCloseTo(63.2, 0);
    });
  });
});
