import { addDays } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import { formBand, formPercent, monotony } from '@core/metrics/workload';
import type { WireWellness } from '../../client/wire/wellness.ts';
import { recorded } from '../recorded.ts';
import type { ChartSource } from './chart.ts';

/** Where the athlete stands today, by the platform's own numbers, and how monotonous the last week was. */
export function currentState(days: readonly WireWellness[], today: string): Record<string, unknown> {
  const now = days.find(({ id }) => id === today);
  const { ctl = null, atl = null, rampRate = null } = now ?? {};
  const form = ctl === null || atl === null ? null : ctl - atl;
  return recorded({
    date: today,
    ctl,
    atl,
    form,
    form_pct: form === null || ctl === null ? null : formPercent(form, ctl),
    form_band: form === null ? null : formBand(form),
    ramp: rampRate,
    ...lastWeek(days, today),
  });
}

/**
 * Load and monotony (Foster) of the seven days up to today; rest days count as 0. Load is what counts for CTL, as in
 * every other answer; what the account lets count for ATL alone, as strength often does, stands beside it.
 */
function lastWeek(days: readonly WireWellness[], today: string) {
  const from = addDays(today, -6);
  const week = days.filter(({ id, ctlLoad }) => id >= from && id <= today && ctlLoad !== null);
  const loads = dailyLoads(
    week.map(({ id, ctlLoad }) => ({ day: id, load: ctlLoad })),
    { from, to: today },
  );
  const found = loads === null || week.length === 0 ? null : monotony(loads).value;
  const apart = week.reduce((sum, { ctlLoad, atlLoad }) => sum + (atlLoad ?? 0) - (ctlLoad ?? 0), 0);
  return {
    load_7_days: found?.total ?? null,
    ...(apart > 0 && { for_atl_only_7_days: apart }),
    monotony: found?.monotony ?? null,
  };
}

/** What a reader must know about the numbers. */
export function chartNotes({ planned, newest, today, days, oldest }: ChartSource, projected: boolean): string[] {
  const open = planned.filter(({ day, done }) => day >= today && !done);
  const unknown = open.filter(({ load }) => load === null).length;
  const seen = days.filter(({ id, ctl }) => id >= oldest && id <= today && ctl !== null).length;
  return [
    'CTL 42 d, ATL 7 d, 1 − e^(−1/τ); form = CTL − ATL of the same day; ramp = CTL now − CTL 7 days ago.',
    ...(newest > today && projected
      ? [
          `After ${today}: projected as if the ${open.length - unknown} open sessions from today on with a load are done.`,
        ]
      : []),
    ...(newest > today && !projected ? ['No projection: the day before the range has no CTL to start from.'] : []),
    ...(unknown > 0 ? [`${unknown} planned sessions have no load and count as rest.`] : []),
    ...(seen === 0 ? ['Intervals.icu has no fitness values for these days.'] : []),
  ];
}
