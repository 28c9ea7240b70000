import { addDays } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import { monotony } from '@core/metrics/workload';
import { recorded } from '../recorded.ts';
import { rounded } from '../workouts/rounding.ts';
import { byDay, type ChartSource } from './chart.ts';
import { formRule } from './reconcile.ts';

/** Where the athlete stands today, by the platform's own numbers, and how monotonous the last week was. */
export function currentState(source: ChartSource): Record<string, unknown> {
  const { days, today } = source;
  const known = byDay(days);
  const { ctl = null, atl = null, tsb = null } = known.get(today) ?? {};
  const before = known.get(addDays(today, -7))?.ctl ?? null;
  return recorded({
    date: today,
    ctl,
    atl,
    form: tsb,
    ramp: ctl === null || before === null ? null : ctl - before,
    ...lastWeek(source),
  });
}

/** Load and monotony (Foster) of the seven days up to today; rest days count as 0. */
function lastWeek({ days, today }: ChartSource) {
  const from = addDays(today, -6);
  const entries = days.flatMap(({ workoutDay, tssActual }) =>
    workoutDay === null || workoutDay < from || workoutDay > today || tssActual === null
      ? []
      : [{ day: workoutDay, load: tssActual }],
  );
  const loads = dailyLoads(entries, { from, to: today });
  const week = loads === null || entries.length === 0 ? null : monotony(loads).value;
  return { tss_7_days: rounded(week?.total ?? null, 1), monotony: week?.monotony ?? null };
}

/** What a reader must know about the numbers. */
export function chartNotes({ planned, newest, today, days, oldest }: ChartSource, projected: boolean): string[] {
  const open = planned.filter(({ day, done }) => day >= today && day <= newest && done !== true);
  const unknown = open.filter(({ load }) => load === null).length;
  const seen = days.some(({ workoutDay, ctl }) => ctl !== null && (workoutDay ?? '') >= oldest);
  const rule = formRule(days.filter(({ workoutDay }) => (workoutDay ?? '9') <= today));
  return [
    `CTL 42 d, ATL 7 d, 1/τ; form (TSB) ${rule === 'same evening' ? 'came as CTL − ATL of the same evening' : 'is CTL − ATL of the evening before'}; ramp = CTL now − CTL 7 days ago.`,
    ...(newest > today && projected
      ? [
          `After ${today}: projected by this server as if the ${open.length - unknown} open sessions with a planned TSS are done.`,
        ]
      : []),
    ...(newest > today && !projected ? ['No projection: TrainingPeaks has no CTL of yesterday to start from.'] : []),
    ...(newest > today && unknown > 0 ? [`${unknown} planned sessions have no TSS and count as rest.`] : []),
    ...(seen ? [] : ['TrainingPeaks has no fitness values for these days: no history yet, or nothing with a TSS.']),
  ];
}
