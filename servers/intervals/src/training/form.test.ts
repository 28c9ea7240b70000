import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../test/connected.ts';

/** Facts are the simulator's own, made without our libraries. */
const server = connected();
const { truth } = server;

/** Requests that a call sends. */
async function counted(tool: string, args: object = {}) {
  const before = server.requests.length;
  const answer = await server.call(tool, args);
  return { ...answer, requests: server.requests.slice(before) };
}

describe('icu_get_training_load', () => {
  it('tells what the simulator knows of today, by the platform and by our own recursion', async () => {
    const { structured } = await server.call('icu_get_training_load');
    const { ctl, atl } = truth.fitnessOn(TODAY);
    expect(structured.as_of).toBe(TODAY);
    for (const [values, prefix] of [
      [structured.current, ''],
      [structured.own, 'own_'],
    ] as [Record<string, number>, string][]) {
      expect(values[`${prefix}ctl`]).toBeCloseTo(ctl, 0);
      expect(values[`${prefix}atl`]).toBeCloseTo(atl, 0);
    }
    expect(structured.own).toMatchObject({ largest_difference: expect.closeTo(0, 1) });
  });

  it('gives each day of a short range its load', async () => {
    const { structured } = await server.call('icu_get_training_load', { oldest: '2026-10-01' });
    const days = objects(structured);
    expect(days).toHaveLength(14);
    for (const { date, load } of days) expect(load).toBe(truth.loadOn(date as string).ctl);
  });

  it('counts activities by what their load is from', async () => {
    const { structured } = await server.call('icu_get_training_load');
    const done = server.athlete.sessions.filter(({ day }) => day > '2026-07-16');
    expect(structured.coverage).toMatchObject({ days: 90, activities: done.length, days_unknown: 0 });
    const { estimated, with_load } = structured.coverage as { estimated: number; with_load: number };
    const byHeart = done.filter((session) => {
      const { power, pace, heartRate } = server.athlete.loads(session);
      return power === undefined && pace === undefined && heartRate !== undefined;
    });
    expect(with_load).toBeGreaterThan(60);
    expect(estimated).toBe(byHeart.length);
  });

  it('needs two requests beside the profile', async () => {
    const { requests } = await counted('icu_get_training_load', { oldest: '2026-06-01' });
    expect(requests.length).toBeLessThanOrEqual(3);
  });
});

describe('icu_get_today', () => {
  it('tells form as delivered and after the session of today, on the simulator’s day', async () => {
    const { structured } = await server.call('icu_get_today');
    const form = structured.form as Record<string, Record<string, number>>;
    const { ctl, atl } = truth.fitnessOn(TODAY);
    expect(form.delivered!.ctl).toBeCloseTo(ctl, 0);
    const open = server.athlete.planned.filter(({ day }) => day === TODAY);
    expect(structured.planned).toContainEqual(expect.objectContaining({ when: 'today', kind: 'session' }));
    expect(open.length).toBeGreaterThan(0);
    const { planned_load, projected_atl } = form.projected!;
    expect(projected_atl).toBeCloseTo(atl + planned_load! * (1 - Math.exp(-1 / 7)), 0);
  });

  it('holds this morning against sixty days of wellness', async () => {
    const { structured } = await server.call('icu_get_today');
    const morning = server.athlete.wellness(TODAY);
    const [hrv] = structured.wellness as Record<string, number>[];
    expect(hrv).toMatchObject({ age_days: 0 });
    expect(hrv!.hrv_rmssd_ms).toBeCloseTo(morning.hrvMs!, 0);
  });

  it('needs three requests with the profile: load and wellness share one', async () => {
    const fresh = connected();
    await fresh.call('icu_get_today');
    expect(fresh.requests.length).toBeLessThanOrEqual(3);
  });
});
