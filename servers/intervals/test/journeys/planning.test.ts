import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

/** One evening further, by the published recursion and nothing of ours: the oracle of the projections. */
const evening = (value: number, load: number, days: number) => value + (load - value) * (1 - Math.exp(-1 / days));

describe('“How’s today looking: train or rest?”', () => {
  it('is one call: form as delivered and with today’s plan, wellness against the weeks before, what is planned', async () => {
    const { server, ask, expectWithin } = journey();
    const { structured } = await ask('icu_get_today');
    const truth = server.truth.fitnessOn(TODAY);
    const { delivered, projected } = structured.form as Record<string, Record<string, number>>;
    expect(delivered).toMatchObject({ ctl: Number(truth.ctl.toFixed(1)), atl: Number(truth.atl.toFixed(1)) });
    const [session] = structured.planned as Record<string, unknown>[];
    expect(session).toMatchObject({ name: 'Endurance 75 min', planned_load: 57, when: 'today' });
    const before = server.truth.fitnessOn('2026-10-13');
    expect(projected?.projected_ctl).toBeCloseTo(evening(before.ctl, 57, 42), 1);
    expect(projected?.projected_atl).toBeCloseTo(evening(before.atl, 57, 7), 1);
    expect((structured.wellness as object[]).length).toBeGreaterThan(2);
    expectWithin({ calls: 1, requests: 4, bytes: 4 * 1024 });
  });
});

describe('“Compare my last 5 VO2 sessions”', () => {
  it('is two calls: finding them, and one table of them, with the load that the platform counts', async () => {
    const { server, ask, expectWithin } = journey();
    const { structured: found } = await ask('icu_search_activities', { query: 'VO2max', limit: 5 });
    const ids = objects(found).map(({ id }) => id);
    expect(ids).toHaveLength(5);
    const { structured } = await ask('icu_compare_activities', { activity_ids: ids });
    const rows = objects(structured);
    expect(rows.map(({ activity_id }) => activity_id).toSorted()).toEqual(ids.toSorted());
    for (const row of rows) {
      expect(row.name).toContain('VO2max');
      expect(row.platform_load).toBe(server.truth.loadOn(String(row.start).slice(0, 10)).atl);
    }
    // One look at all five, then their recordings: what they come to is computed from their seconds.
    expectWithin({ calls: 2, requests: 7, bytes: 6 * 1024 });
  });
});

describe('“If I do this draft week, where is my form on race day?”', () => {
  it('is one call that writes nothing, and agrees with the same week when it is really planned', async () => {
    const race = '2026-11-08';
    const drafts = [
      { date: '2026-11-02', load: 60 },
      { date: '2026-11-04', load: 90 },
    ];
    const { server, ask, expectWithin } = journey();
    const { structured } = await ask('icu_project_load', { draft: drafts, until: race });
    expectWithin({ calls: 1, requests: 2, bytes: 4 * 1024 });
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
    const { projected_ctl, projected_atl, projected_form } = structured.end as Record<string, number>;
    expect(projected_form).toBeCloseTo(projected_ctl! - projected_atl!, 0);
    const events = drafts.map(({ date, load }) => ({
      date,
      category: 'WORKOUT',
      name: 'Draft',
      values: { sport: 'Ride', planned_load: load, planned_time_s: 3600 },
    }));
    const { structured: preview } = await server.call('icu_bulk_create_events', { events });
    await server.call('icu_bulk_create_events', { events, preview_token: preview.preview_token });
    const { structured: summary } = await server.call('icu_get_fitness_summary');
    const { next_race } = summary.ahead as Record<string, Record<string, number>>;
    expect(next_race).toMatchObject({ date: race, ctl: projected_ctl, atl: projected_atl, form: projected_form });
  });
});

describe('“Am I ready for my race?”', () => {
  it('is one call: days left, form now and on the morning, key sessions, wellness and gaps; never a score', async () => {
    const { server, ask, expectWithin } = journey();
    const { structured } = await ask('icu_get_race_readiness');
    expect(structured.race).toMatchObject({ name: 'Autumn 10k', date: '2026-11-08', days_left: 25 });
    const { now, race_morning } = structured.form as Record<string, Record<string, number>>;
    const truth = server.truth.fitnessOn(TODAY);
    expect(now).toMatchObject({ ctl: Number(truth.ctl.toFixed(1)), form: Number((truth.ctl - truth.atl).toFixed(1)) });
    expect(race_morning?.projected_form).toBeTypeOf('number');
    for (const session of structured.key_sessions as { date: string; load: number }[]) {
      expect(session.load).toBe(server.truth.loadOn(session.date).atl);
    }
    expect(JSON.stringify(structured)).not.toMatch(/"score"|readiness_pct/);
    expectWithin({ calls: 1, requests: 5, bytes: 5 * 1024 });
  });
});
