import { type DailyLoads, dailyLoads, type FitnessSeries, fitnessSeries } from '@core/metrics/load';
import { type FitnessChange, fitnessWithChanges } from '@core/metrics/load-changes';
import type { LoadDay, LoadHistory } from '../ports/index.ts';

/** Days at the start that show whether the athlete was training already. */
const EARLY_DAYS = 14;
const SEED_DAYS = 42;

/** Our own CTL and ATL of a history. */
export interface OwnFitness {
  readonly series: FitnessSeries;
  /** Where the averages start from. */
  readonly seed: 'platform' | 'own' | 'mean' | 'zero';
}

/** Loads of a history, one a day. */
export function loadsOf({ days }: LoadHistory, of: (day: LoadDay) => number | null = ({ load }) => load): DailyLoads {
  const span = { from: days[0]!.day, to: days.at(-1)!.day };
  return dailyLoads(
    days.map((day) => ({ day: day.day, load: of(day) })),
    span,
  )!;
}

/**
 * CTL, ATL and form by our recursion over the daily loads, in the platform's convention. They start from the values of the
 * evening before; without those from the mean load of the first 42 days where training had not just begun,
 * else from 0. A day whose load is unknown leaves both as they are.
 */
export function ownFitness(history: LoadHistory, changes: readonly FitnessChange[] = []): OwnFitness {
  const loads = loadsOf(history);
  const atlLoads = loadsOf(history, ({ load, atlLoad }) => (atlLoad === undefined ? load : atlLoad));
  const early = history.days.slice(0, EARLY_DAYS).some(({ load }) => load !== 0);
  const cold = early && history.days.length > SEED_DAYS ? 'mean' : 'zero';
  const seed = history.before === null ? cold : (history.beforeBy ?? 'platform');
  const warm = history.before ?? undefined;
  const start = { platform: warm, own: warm, mean: { meanOfDays: SEED_DAYS }, zero: undefined }[seed];
  const options = {
    ...history.convention,
    atlLoads,
    unknownLoad: 'hold' as const,
    ...(start !== undefined && { seed: start }),
  };
  return {
    seed,
    series: changes.length > 0 ? fitnessWithChanges(loads, changes, options) : fitnessSeries(loads, options),
  };
}

/** One day as it is shown: the platform's values where it has them, else ours. */
export interface FitnessDay {
  readonly day: string;
  readonly load: number | null;
  readonly ctl: number;
  readonly atl: number;
  readonly form: number;
  /** CTL − CTL 7 days ago; `null` in the first week. */
  readonly ramp: number | null;
  readonly by: 'platform' | 'own';
}

/** Every day of a history, in order. Form follows the platform's convention: of the same evening or the one before. */
export function fitnessDays(history: LoadHistory, { series }: OwnFitness): FitnessDay[] {
  const lag = series.convention.form === 'previous_day' ? 1 : 0;
  const at = (i: number) => (i < 0 ? (history.before ?? undefined) : shownState(history, series, i));
  return history.days.map(({ day, load, platform }, i) => {
    const state = shownState(history, series, i);
    const evening = at(i - lag);
    return {
      day,
      load,
      ctl: state.ctl,
      atl: state.atl,
      form: evening === undefined ? series.form[i]! : evening.ctl - evening.atl,
      ramp: i < 7 ? null : state.ctl - shownState(history, series, i - 7).ctl,
      by: platform === null ? 'own' : 'platform',
    };
  });
}

function shownState({ days }: LoadHistory, { ctl, atl }: FitnessSeries, i: number): { ctl: number; atl: number } {
  return days[i]?.platform ?? { ctl: ctl[i]!, atl: atl[i]! };
}
