import { addDays, type Day, daysBetween } from '@core/metrics/day';
import type { FitnessSeries } from '@core/metrics/load';
import type { WirePerformanceDay } from '../../client/reports/wire.ts';
import { byDay, type ChartSource } from './chart.ts';

/** How far our recursion over the platform's daily TSS is from its published CTL, ATL and TSB. */
export interface Reconciliation {
  readonly own_ctl: number;
  readonly own_atl: number;
  readonly own_form: number;
  readonly largest_difference: number;
  /** First day that differs by more than rounding; absent when all agree. */
  readonly differs_from?: Day;
  readonly because?: string;
}

/** Both publish one decimal; below this nobody can see a difference. */
const VISIBLE = 0.1;

/**
 * Puts our CTL, ATL and form beside the platform's on the days that both know. Both use 1/τ on the same daily TSS, so that
 * a difference has a cause, which is named.
 */
export function reconcile({ days, today }: ChartSource, own: FitnessSeries): Reconciliation | undefined {
  const known = byDay(days);
  const length = daysBetween(own.from, own.to) + 1;
  const distances = Array.from({ length }, (_, i) => {
    const date = addDays(own.from, i);
    const row = known.get(date);
    if (row === undefined || row.ctl === null || row.atl === null) return undefined;
    return { date, row, distance: Math.max(Math.abs(row.ctl - own.ctl[i]!), Math.abs(row.atl - own.atl[i]!)) };
  }).filter((each) => each !== undefined);
  const latest = distances.at(-1);
  if (latest === undefined) return undefined;
  const at = daysBetween(own.from, latest.date);
  const differing = distances.find(({ distance }) => distance >= VISIBLE);
  return {
    own_ctl: own.ctl[at]!,
    own_atl: own.atl[at]!,
    own_form: own.form[at]!,
    largest_difference: Math.max(...distances.map(({ distance }) => distance)),
    ...(differing && { differs_from: differing.date, because: reason(differing.date, differing.row, today) }),
  };
}

function reason(from: Day, row: WirePerformanceDay, today: Day): string {
  if (from === today && (row.tssPlanned ?? 0) > 0) {
    return 'TrainingPeaks already counts what is planned for today in its value; ours counts what was done';
  }
  return (
    'the published values do not follow from the published daily TSS with 42 and 7 days from that day on: TrainingPeaks ' +
    'recalculates after uploads and edits with a delay, or start values were entered there'
  );
}

/** How the platform's TSB came out: by its own definition of the evening before, or from the same evening. */
export type FormRule = 'evening before' | 'same evening';

/** Which definition the platform's TSB follows; `null` when the days do not tell (or follow neither). */
export function formRule(days: readonly WirePerformanceDay[]): FormRule | null {
  const known = byDay(days);
  const votes = [...known].flatMap(([date, row]): FormRule[] => {
    const before = known.get(addDays(date, -1));
    if (row.tsb === null || row.ctl === null || row.atl === null) return [];
    const same = Math.abs(row.tsb - (row.ctl - row.atl));
    const previous =
      before === undefined || before.ctl === null || before.atl === null
        ? Infinity
        : Math.abs(row.tsb - (before.ctl - before.atl));
    if (Math.min(same, previous) > VISIBLE || Math.abs(same - previous) <= VISIBLE) return [];
    return [same < previous ? 'same evening' : 'evening before'];
  });
  const [first] = votes;
  return first !== undefined && votes.every((vote) => vote === first) ? first : null;
}
