import { mondayOf } from '@core/metrics/day';
import { describe, expect, it } from 'vitest';
import { wireEvent } from '../../client/wire/event.ts';
import { wireWellness } from '../../client/wire/wellness.ts';
import { type ChartSource, chartDays, ownSeries, projection } from './chart.ts';
import { modelChanges } from './model-changes.ts';
import { reconcile } from './reconcile.ts';
import { byWeek } from './weeks.ts';

const share = (days: number) => 1 - Math.exp(-1 / days);

/** Days from Monday 2026-03-02 as the platform computes them from loads. */
function history(loads: readonly number[], start = { ctl: 40, atl: 50 }) {
  let { ctl, atl } = start;
  const first = { id: '2026-03-01', ctl, atl };
  return [
    wireWellness.parse(first),
    ...loads.map((load, i) => {
      ctl += (load - ctl) * share(42);
      atl += (load - atl) * share(7);
      return wireWellness.parse({
        id: `2026-03-${String(i + 2).padStart(2, '0')}`,
        ctl,
        atl,
        ctlLoad: load,
        atlLoad: load,
      });
    }),
  ];
}

const source = (more: Partial<ChartSource> = {}): ChartSource => ({
  days: history([60, 0, 80]),
  planned: [],
  changes: [],
  oldest: '2026-03-02',
  newest: '2026-03-04',
  today: '2026-03-04',
  ...more,
});

describe('a fitness chart', () => {
  it('agrees with the platform when its values follow from its loads', () => {
    const own = ownSeries(source())!;
    const check = reconcile(chartDays(source(), undefined), own, '2026-03-04')!;
    expect(check.largest_difference).toBeLessThan(1e-9);
    expect(check).not.toHaveProperty('because');
  });

  it('says from which day on the published values do not follow from the published loads', () => {
    const days = history([60, 0, 80]).map((day) => (day.id === '2026-03-03' ? { ...day, ctl: day.ctl! + 2 } : day));
    const broken = source({ days });
    const check = reconcile(chartDays(broken, undefined), ownSeries(broken)!, '2026-03-04')!;
    expect(check).toMatchObject({ differs_from: '2026-03-03', because: expect.stringContaining('recalculates') });
    expect(check.largest_difference).toBeCloseTo(2, 9);
  });

  it('names today’s plan as the reason when only today differs', () => {
    const days = history([60, 0, 80]).map((day) => (day.id === '2026-03-04' ? { ...day, ctl: day.ctl! + 1 } : day));
    const check = reconcile(chartDays(source({ days }), undefined), ownSeries(source())!, '2026-03-04')!;
    expect(check.because).toContain('planned for today');
  });

  it('projects with what is open, and not with what is done or switched off', () => {
    const ahead = source({
      newest: '2026-03-06',
      planned: [
        { day: '2026-03-04', load: 30, done: false },
        { day: '2026-03-05', load: 100, done: false },
        { day: '2026-03-05', load: 999, done: true },
        { day: '2026-03-06', load: null, done: false },
      ],
    });
    const days = chartDays(ahead, projection(ahead));
    expect(days.map(({ planned_load }) => planned_load)).toEqual([null, null, 30, 100, null]);
    const [, , before] = history([60, 0]);
    const today = before!.ctl! + (110 - before!.ctl!) * share(42);
    expect(days[3]?.ctl).toBeCloseTo(today + (100 - today) * share(42), 9);
  });

  it('follows a change of the time constants, and of the values', () => {
    const event = (more: object) => wireEvent.parse({ id: 1, start_date_local: '2026-03-03T00:00:00', ...more });
    const changes = modelChanges(
      [
        event({ category: 'FITNESS_DAYS', ctl_days: 60, atl_days: 9 }),
        event({ category: 'SET_FITNESS', icu_ctl: 10, icu_atl: 5 }),
      ],
      '2026-03-02',
    );
    const own = ownSeries(source({ changes }))!;
    expect(own.ctl[1]).toBeCloseTo(10 * (1 - share(60)), 9);
    expect(own.atl[2]).toBeCloseTo(5 * (1 - share(9)) + (80 - 5 * (1 - share(9))) * share(9), 9);
  });

  it('does not apply values that were set before the chart begins: the platform’s numbers hold them already', () => {
    const old = wireEvent.parse({
      id: 1,
      category: 'SET_FITNESS',
      start_date_local: '2026-02-01T00:00:00',
      icu_ctl: 0,
      icu_atl: 0,
    });
    expect(modelChanges([old], '2026-03-02')).toEqual([]);
  });

  it('has nothing of its own without a value to start from', () => {
    expect(ownSeries(source({ days: history([60, 0, 80]).slice(1) }))).toBeUndefined();
  });

  it('adds a week up from Monday to Sunday, and never fills a week without loads with 0', () => {
    expect([mondayOf('2026-03-02'), mondayOf('2026-03-08'), mondayOf('2026-03-09')]).toEqual([
      '2026-03-02',
      '2026-03-02',
      '2026-03-09',
    ]);
    const [week] = byWeek(chartDays(source(), undefined));
    expect(week).toMatchObject({ date: '2026-03-04', load: 140, planned_load: null });
  });
});
