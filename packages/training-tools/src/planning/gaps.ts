import { addDays } from '@core/metrics/day';
import { dailyLoads } from '@core/metrics/load';
import type { FitnessState, PlannedLoad } from '@core/metrics/planning';
import type { Start } from '../forecast/state.ts';
import type { Activity } from '../ports/index.ts';
import type { RaceDay } from './race.ts';

export interface BeforeRace {
  readonly race: RaceDay;
  readonly daysLeft: number;
  /** On the evening before the race. */
  readonly eve: FitnessState;
  readonly start: Start;
  /** From today to the day before the race. */
  readonly planned: readonly PlannedLoad[];
  /** Of the last four weeks. */
  readonly recent: readonly Activity[];
  readonly kept: { readonly planned: number; readonly done: number };
  readonly today: string;
}

/** What is missing or unusual before a race, one sentence each with its numbers. No judgement of the athlete. */
export function gapsBefore({ race, daysLeft, eve, start, planned, recent, kept, today }: BeforeRace): string[] {
  const form = eve.ctl - eve.atl;
  const taperFrom = addDays(race.day, -7);
  const week = dailyLoads(
    planned.filter(({ load }) => load !== null),
    { from: taperFrom, to: addDays(race.day, -1) },
  )!.values;
  const share = start.usualLoad > 0 ? week.reduce((sum, load) => sum + load, 0) / 7 / start.usualLoad : null;
  const intense = recent.filter(({ intensity, movingS }) => (intensity ?? 0) >= 0.85 && (movingS ?? 0) >= 1800);
  const rated = recent.filter(({ intensity }) => intensity !== null);
  return [
    ...(form < 0 ? [`Form on race morning would be ${form.toFixed(0)}: more fatigue than fitness.`] : []),
    ...(eve.ctl < start.now.ctl - 10
      ? [`CTL would fall from ${start.now.ctl.toFixed(0)} to ${eve.ctl.toFixed(0)} until the race.`]
      : []),
    ...(daysLeft >= 7 && planned.length > 0 && share !== null && share > 0.8
      ? [`The last week before the race is planned at ${Math.round(100 * share)} % of the usual load: no taper.`]
      : []),
    ...(daysLeft > 0 && planned.length === 0 ? [`Nothing is planned from ${today} to the race.`] : []),
    ...(rated.length > 0 && intense.length === 0
      ? ['No session of half an hour at 85 % of threshold or more in four weeks.']
      : []),
    ...(kept.planned >= 4 && kept.done < 0.75 * kept.planned
      ? [`${kept.done} of ${kept.planned} planned sessions of four weeks ${kept.done === 1 ? 'was' : 'were'} done.`]
      : []),
  ];
}
