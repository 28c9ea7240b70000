import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

type Table = { columns: string[]; rows: unknown[][] };
describe('A1: how is today looking, train or rest?', () => {
  it('knows form as delivered, how fresh the body’s signs are, and what is planned', async () => {
    await journey({ calls: 3, requests: 3, bytes: 1_910 }, async ({ ask }) => {
      const day = { oldest: TODAY, newest: TODAY };
      const fitness = await ask('tp_get_fitness', day);
      const metrics = await ask('tp_get_metrics', { ...day, metric: 'hrv_ms' });
      const planned = await ask('tp_get_workouts', day);
      expect(fitness.today).toMatchObject({ date: TODAY, form: expect.any(Number), ramp: expect.any(Number) });
      expect(objects(metrics.latest as Table)).toMatchObject([{ metric: 'hrv_ms', age_days: 0 }]);
      expect(objects(planned)).toMatchObject([{ title: 'Endurance 75 min', status: 'planned' }]);
      // Delivered only: what is planned for today stands in a column of its own.
      expect(objects(fitness)[0]).toMatchObject({ date: TODAY, tss: 0, planned_tss: 57 });
    });
  });
});

describe('A6: if I do this draft week, where is my TSB on race day?', () => {
  it('answers in one call, from the platform’s values, and writes nothing', async () => {
    await journey({ calls: 1, requests: 2, bytes: 2_370 }, async ({ ask, server }) => {
      const race = '2026-10-25';
      const draft = { '2026-10-19': 60, '2026-10-21': 90, '2026-10-23': 45 };
      const answer = await ask('tp_get_fitness', { oldest: TODAY, newest: race, draft });
      const rows = objects(answer);
      const [before, onRaceDay] = rows.slice(-2);
      expect(onRaceDay).toMatchObject({ date: race, projected: true });
      expect(Number(onRaceDay?.form)).toBeCloseTo(Number(before?.ctl) - Number(before?.atl), 0);
      const added = rows.filter(({ date }) => String(date) in draft);
      expect(added.every(({ planned_tss }) => Number(planned_tss) >= 45)).toBe(true);
      expect(answer.notes).toContainEqual(expect.stringContaining('nothing was written'));
      expect(server.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE')).toEqual([]);
    });
  });
});

describe('A7: am I ready for the race?', () => {
  it('gives the days left, form up to race day, the best of the weeks before and signs of the body, never a score', async () => {
    await journey({ calls: 4, requests: 6, bytes: 5_100 }, async ({ ask }) => {
      const event = (await ask('tp_get_next_event')).event as { date: string; days_left: number };
      expect(event).toMatchObject({ days_left: 11 });
      const path = await ask('tp_get_fitness', { oldest: TODAY, newest: event.date });
      expect(objects(path).at(-1)).toMatchObject({ date: event.date, projected: true, form: expect.any(Number) });
      const weeks = { oldest: '2026-09-02', newest: TODAY };
      const best = await ask('tp_get_peaks', { sport: 'Bike', pr_type: 'power20min', ...weeks });
      expect(objects(best)[0]).toMatchObject({ rank: 1, power_w: expect.any(Number), ctl: expect.any(Number) });
      const metrics = await ask('tp_get_metrics', { metric: 'hrv_ms' });
      expect(objects(metrics)).toHaveLength(7);
      expect(JSON.stringify([path, best, metrics])).not.toMatch(/readiness|score/i);
    });
  });
});

describe('A8: what is my best 20 min this year against last, and what was my CTL then?', () => {
  it('takes two calls, each with CTL beside the watts', async () => {
    await journey({ calls: 2, requests: 4, bytes: 2_950 }, async ({ ask }) => {
      const call = { sport: 'Bike', pr_type: '20min' };
      const [now] = objects(await ask('tp_get_peaks', { ...call, oldest: '2026-01-01', newest: TODAY }));
      const [then] = objects(await ask('tp_get_peaks', { ...call, oldest: '2025-01-01', newest: '2025-12-31' }));
      expect(now).toMatchObject({ date: '2026-05-12', power_w: 271, ctl: 63.2 });
      expect(then).toMatchObject({ date: '2025-11-11', power_w: 258, ctl: 60.8 });
    });
  });
});

describe('A10: move Saturday’s ride to Friday and shorten it to 90 min', () => {
  it('shows both changes, writes them once, and finds the same workout on Friday', async () => {
    await journey({ calls: 5, requests: 11, bytes: 4_370 }, async ({ ask, server }) => {
      const saturday = { oldest: '2026-10-17', newest: '2026-10-17' };
      const [ride] = objects(await ask('tp_get_workouts', saturday));
      expect(ride).toMatchObject({ title: 'Gravel day', status: 'planned' });
      const call = { workout_id: ride?.workout_id, date: '2026-10-16', duration_minutes: 90 };
      const { preview, preview_token } = await ask('tp_update_workout', { ...call, dry_run: true });
      expect((preview as { diff: unknown[] }).diff.length).toBeGreaterThanOrEqual(2);
      expect(await ask('tp_update_workout', { ...call, preview_token })).toMatchObject({ written: true });
      expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
      const friday = objects(await ask('tp_get_workouts', { oldest: '2026-10-16', newest: '2026-10-16' }));
      expect(friday.find(({ title }) => title === 'Gravel day')).toMatchObject({
        workout_id: ride?.workout_id,
        planned_time_s: 5400,
      });
      expect(objects(await ask('tp_get_workouts', saturday))).toEqual([]);
    });
  });
});

describe('A11: I am ill until Monday', () => {
  it('names the sessions that are affected, then blocks the days, and leaves the sessions to the person', async () => {
    await journey({ calls: 2, requests: 4, bytes: 2_510 }, async ({ ask, server }) => {
      const call = { start_date: TODAY, end_date: '2026-10-19', reason: 'Sick' };
      const { preview, preview_token } = await ask('tp_create_availability', { ...call, dry_run: true });
      const { notes } = preview as { notes: string[] };
      expect(notes.map((note) => /\d{4}-\d\d-\d\d/.exec(note)?.[0])).toEqual([
        '2026-10-14',
        '2026-10-15',
        '2026-10-17',
      ]);
      const done = await ask('tp_create_availability', { ...call, preview_token });
      expect(done).toMatchObject({ written: true, availability: { ...call, kind: 'unavailable' } });
      const sent = server.requests.filter(({ method, url }) => method === 'POST' && url.includes('/availability'));
      expect(sent).toHaveLength(1);
    });
  });
});
