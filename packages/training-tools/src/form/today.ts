import { fitnessSeries } from '@core/metrics/load';
import { projectedLoads } from '@core/metrics/planning';
import { formBand } from '@core/metrics/workload';
import { recorded } from '../answer/notes.ts';
import type { CalendarEntry, LoadHistory } from '../ports/index.ts';
import { fitnessDays, type OwnFitness } from './fitness.ts';

/**
 * Form twice: `delivered` counts what was done until now, `projected` is CTL − ATL this evening when what is still open today
 * is done too. Both are ours, because a platform's value of today may already hold the plan; `platform` is its own.
 */
export function formToday(
  history: LoadHistory,
  own: OwnFitness,
  entries: readonly CalendarEntry[],
): Record<string, unknown> {
  const { series } = own;
  const end = series.ctl.length - 1;
  const today = history.days[end]!;
  const done = { ctl: series.ctl[end]!, atl: series.atl[end]! };
  const form = series.form[end]!;
  const open = entries.flatMap((entry) =>
    (entry.kind === 'session' || entry.kind === 'race') && entry.day === today.day && entry.doneId === null
      ? [entry]
      : [],
  );
  const before = end === 0 ? history.before : { ctl: series.ctl[end - 1]!, atl: series.atl[end - 1]! };
  const loads = projectedLoads(
    today.load === null || today.load === 0 ? [] : [{ day: today.day, load: today.load }],
    open.map(({ day, plannedLoad }) => ({ day, load: plannedLoad })),
    { today: today.day, from: today.day, to: today.day, todayCounts: 'actual_and_open' },
  );
  const after =
    before === null || loads === null || open.length === 0
      ? null
      : fitnessSeries(loads, { ...history.convention, seed: before, unknownLoad: 'hold' });
  const shown = fitnessDays(history, own).at(-1)!;
  return recorded({
    delivered: recorded({ ...done, form, form_band: formBand(form), load: today.load }),
    projected:
      after === null
        ? null
        : recorded({
            projected_ctl: after.ctl[0],
            projected_atl: after.atl[0],
            projected_form: after.ctl[0]! - after.atl[0]!,
            planned_load: open.reduce((sum, { plannedLoad }) => sum + (plannedLoad ?? 0), 0),
            sessions_without_load: open.filter(({ plannedLoad }) => plannedLoad === null).length || null,
          }),
    platform: today.platform === null ? null : { ctl: shown.ctl, atl: shown.atl, form: shown.form },
    ramp: shown.ramp,
  });
}
