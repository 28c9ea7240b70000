import { addDays } from '@core/mcp-kit';
import type { ConventionOptions } from '@core/metrics/load';
import type { FitnessState, PlannedLoad } from '@core/metrics/planning';
import { loadsOf, type OwnFitness, ownFitness } from '../form/fitness.ts';
import { isSession } from '../planning/entries.ts';
import type { CalendarEntry, Found, ListOptions, LoadHistory, TrainingPorts, Who } from '../ports/index.ts';

/** Where a forecast starts. */
export interface Start {
  /** CTL and ATL of yesterday evening, by our recursion: a platform's value of today may already hold the plan. */
  readonly yesterday: FitnessState;
  /** The same with what was done today until now. */
  readonly now: FitnessState;
  /** Form of today by the platform's convention: of this evening, or of the one before. */
  readonly formNow: number;
  /** Load done today; `null` unknown. */
  readonly doneToday: number | null;
  readonly convention: ConventionOptions;
  readonly seed: OwnFitness['seed'];
  readonly days: number;
  readonly unknownDays: number;
  /** Mean load a day of the last six weeks. */
  readonly usualLoad: number;
}

const HISTORY_DAYS = 42;

/** CTL and ATL as they are, from six weeks of loads (and the warm-up that the platform needs). */
export async function startOf(
  ports: Pick<TrainingPorts, 'load'>,
  who: Who,
  today: string,
  options: ListOptions,
): Promise<Start> {
  const oldest = addDays(today, -HISTORY_DAYS - ports.load.warmUpDays);
  const history = await ports.load.history(who, { oldest, newest: today }, options);
  return startFrom(history, ownFitness(history));
}

/** The same from a history that is there, of at least two days. */
export function startFrom(history: LoadHistory, { series, seed }: OwnFitness): Start {
  const end = series.ctl.length - 1;
  const recent = loadsOf(history)
    .values.slice(-HISTORY_DAYS - 1, -1)
    .filter(Number.isFinite);
  return {
    yesterday: { ctl: series.ctl[end - 1]!, atl: series.atl[end - 1]! },
    now: { ctl: series.ctl[end]!, atl: series.atl[end]! },
    formNow: series.form[end]!,
    doneToday: history.days.at(-1)!.load,
    convention: history.convention,
    seed,
    days: history.days.length,
    unknownDays: history.days.filter(({ load }) => load === null).length,
    usualLoad: recent.length === 0 ? 0 : recent.reduce((sum, load) => sum + load, 0) / recent.length,
  };
}

/** Sessions that are still open from today on, as loads; and how many have none. */
export function openLoads(entries: Found<CalendarEntry> | undefined, today: string) {
  const open = (entries?.items ?? []).filter(isSession).filter(({ day, doneId }) => day >= today && doneId === null);
  return {
    planned: open.map(({ day, plannedLoad }): PlannedLoad => ({ day, load: plannedLoad })),
    withoutLoad: open.filter(({ plannedLoad }) => plannedLoad === null),
  };
}
