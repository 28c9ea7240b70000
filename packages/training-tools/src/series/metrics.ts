import { Failure } from '@core/mcp-kit';
import type { DayValue } from '@core/metrics/correlation';
import { addDays } from '@core/metrics/day';
import { fitnessDays, ownFitness } from '../form/fitness.ts';
import type { Activity, DayRange, ListOptions, TrainingPorts, Who } from '../ports/index.ts';

/** One value a day of the longest session of that day. */
const ofSession: Readonly<Record<string, (activity: Activity) => number | null>> = {
  moving_time_s: ({ movingS }) => movingS,
  intensity_factor: ({ intensity }) => intensity,
  np_w: ({ normalizedW }) => normalizedW,
  average_power_w: ({ averageW }) => averageW,
  average_hr_bpm: ({ averageBpm }) => averageBpm,
  rpe_1to10: ({ rpe1to10 }) => rpe1to10,
  feel: ({ feel }) => feel?.value ?? null,
  efficiency_w_per_bpm: ({ normalizedW, averageBpm }) =>
    normalizedW === null || averageBpm === null || averageBpm === 0 ? null : normalizedW / averageBpm,
};
const ofFitness = ['load', 'ctl', 'atl', 'form'] as const;

/** Names that need no wellness. */
export const trainingMetrics: readonly string[] = [...ofFitness, ...Object.keys(ofSession)];

export interface DaySeries {
  readonly values: readonly DayValue[];
  /** What a value is, in words. */
  readonly what: string;
}

type Ports = Pick<TrainingPorts, 'activities'> & Partial<Pick<TrainingPorts, 'wellness' | 'load'>>;

/**
 * One value a day of a metric by its name: of training, of the day's longest session, or any value of wellness.
 *
 * @throws Failure `bad_input` with the names that exist.
 */
export async function seriesOf(
  ports: Ports,
  who: Who,
  name: string,
  range: DayRange,
  options: ListOptions,
): Promise<DaySeries> {
  if ((ofFitness as readonly string[]).includes(name) && ports.load !== undefined) {
    const { load } = ports;
    const history = await load.history(who, { ...range, oldest: addDays(range.oldest, -load.warmUpDays) }, options);
    const days = fitnessDays(history, ownFitness(history)).filter(({ day }) => day >= range.oldest);
    const key = name as (typeof ofFitness)[number];
    return { values: days.map((day) => ({ day: day.day, value: day[key] })), what: `${name} of the day` };
  }
  const session = ofSession[name];
  if (session !== undefined) {
    const { items } = await ports.activities.list(who, range, options);
    return {
      values: longestOfDay(items).map((activity) => ({ day: activity.day, value: session(activity) })),
      what: `${name} of the day’s longest session`,
    };
  }
  const found = await ports.wellness?.days(who, range);
  const names = [...new Set((found?.items ?? []).flatMap(({ values }) => Object.keys(values)))];
  if (names.includes(name)) {
    return {
      values: found!.items.map(({ day, values }) => ({ day, value: values[name] ?? null })),
      what: `${name} of the day`,
    };
  }
  throw new Failure('bad_input', `"${name.slice(0, 40)}" is not known on these days`, {
    next: `use one of: ${[...trainingMetrics, ...names].join(', ')}`,
  });
}

function longestOfDay(activities: readonly Activity[]): Activity[] {
  const byDay = Map.groupBy(
    activities.filter(({ hidden }) => hidden === null),
    ({ day }) => day,
  );
  return [...byDay.values()].map((some) =>
    some.reduce((best, each) => ((each.movingS ?? 0) > (best.movingS ?? 0) ? each : best)),
  );
}
