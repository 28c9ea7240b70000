import { addDays } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { connectMemory, objects, session } from '../../testing/index.ts';

const TODAY = '2026-10-14';
const day = (n: number) => addDays(TODAY, n);
const loads = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [day(-i), 70]));
const race = {
  ...session({ id: 'r', day: day(21), plannedLoad: 200 }),
  kind: 'race' as const,
  priority: 'A' as const,
  name: 'Big day',
};
const step = (x: number, load: number, tau: number) => x + (load - x) * (1 - Math.exp(-1 / tau));

describe('a taper', () => {
  it('reaches the form on race morning when its loads are followed day by day', async () => {
    const { structured } = await connectMemory({ loads, warmUpDays: 150, entries: [race] }).call('mem_plan_taper', {
      target_form: 12,
    });
    expect(structured.race).toMatchObject({ date: race.day, name: 'Big day', days_left: 21, target_form: 12 });
    // Months of 70 a day: both averages are near 70.
    let [ctl, atl] = [70, 70];
    for (const { load } of objects(structured)) [ctl, atl] = [step(ctl, Number(load), 42), step(atl, Number(load), 7)];
    expect(ctl - atl).toBeCloseTo(12, 0);
    expect(structured.taper).toMatchObject({ projected_form: 12 });
    expect(objects(structured)).toHaveLength(20);
  });

  it('starts from the sessions that are planned where there are any', async () => {
    const planned = Array.from({ length: 20 }, (_, i) =>
      session({ id: `e${i}`, day: day(i + 1), plannedLoad: i % 2 === 0 ? 100 : 40 }),
    );
    const { structured } = await connectMemory({ loads, warmUpDays: 150, entries: [race, ...planned] }).call(
      'mem_plan_taper',
    );
    expect(structured.coverage).toMatchObject({ loads: 'as planned', planned_sessions: 20 });
    expect(objects(structured)[0]).toMatchObject({ load: 100 });
  });

  it('goes on as usual where the plan ends weeks before the race', async () => {
    const planned = [session({ id: 'e', day: day(2), plannedLoad: 100 })];
    const { structured } = await connectMemory({ loads, warmUpDays: 150, entries: [race, ...planned] }).call(
      'mem_plan_taper',
      { taper_days: 10, target_form: 8 },
    );
    expect(structured.coverage).toMatchObject({ loads: `as planned to ${day(2)}, then the usual load` });
    expect(
      objects(structured)
        .slice(0, 4)
        .map(({ load }) => load),
    ).toEqual([0, 100, 70, 70]);
  });

  it('refuses a form that no taper within the limits reaches, with what is in reach', async () => {
    const { structured } = await connectMemory({ loads, warmUpDays: 150 }).call('mem_plan_taper', {
      race_day: day(7),
      target_form: 60,
    });
    expect(structured.refused).toMatch(/form 60 is out of reach/);
    expect(structured.rows).toEqual([]);
  });

  it('needs a race: of the calendar, or as given', async () => {
    const { failure } = await connectMemory({ loads }).call('mem_plan_taper');
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('race_day') });
    expect((await connectMemory({ loads }).call('mem_plan_taper', { race_day: day(1) })).failure?.toText()).toContain(
      '2 to 365 days away',
    );
  });

  it('works without a calendar', async () => {
    const { structured } = await connectMemory({ loads, warmUpDays: 150 }, { ports: ['load'] }).call('mem_plan_taper', {
      race_day: day(14),
    });
    expect(structured.coverage).toMatchObject({ loads: 'the usual load of six weeks' });
  });
});
