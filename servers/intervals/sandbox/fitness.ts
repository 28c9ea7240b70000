import { addDays, type Day, daysBetween } from '@core/sandbox/athlete';
import type { AthleteRecord } from './athlete-record.ts';

/** A day of the fitness chart. */
interface FitnessDay {
  readonly ctl: number;
  readonly atl: number;
  readonly ctlLoad: number;
  readonly atlLoad: number;
  readonly rampRate: number;
}

export type FitnessDays = ReadonlyMap<Day, FitnessDay>;

export interface FitnessChart {
  on(day: Day): FitnessDay;
}

const CTL_DAYS = 42;
const ATL_DAYS = 7;
const DAYS_AHEAD = 400;
/** Types that the account leaves out of fitness, not out of fatigue. */
const NO_CTL_TYPES: ReadonlySet<string> = new Set(['WeightTraining', 'Workout']);
const NOTHING: FitnessDay = { ctl: 0, atl: 0, ctlLoad: 0, atlLoad: 0, rampRate: 0 };

/** Fitness and fatigue by day, computed again after every change of activities or calendar, late when so told. */
export function createFitness(record: AthleteRecord, latency: { readonly fitnessMs: number }): FitnessChart {
  let days: FitnessDays | undefined;
  let computed = '';
  let waiting: { version: string; since: number } | undefined;
  return {
    on(day) {
      const version = `${record.activities.version}/${record.calendar.version}/${record.today()}`;
      const now = record.clock.now().getTime();
      if (version === computed) waiting = undefined;
      else if (waiting?.version !== version) waiting = { version, since: now };
      if (days === undefined || (waiting && now - waiting.since >= latency.fitnessMs)) {
        days = chartOf(record);
        computed = version;
        waiting = undefined;
      }
      return days.get(day) ?? NOTHING;
    },
  };
}

/** Accounts of one person in which nothing was written have the same chart. */
function chartOf(record: AthleteRecord): FitnessDays {
  if (record.activities.version > 0 || record.calendar.version > 0) return chart(record);
  const { charts } = record.person;
  const key = `${record.id}/${record.heavy}/${record.today()}`;
  const known = charts.get(key) ?? chart(record);
  charts.set(key, known);
  return known;
}

function chart(record: AthleteRecord): FitnessDays {
  const loads = loadsByDay(record);
  const events = record.calendar.fitnessEvents();
  const days = new Map<Day, FitnessDay>();
  const first = record.simulated.firstDay;
  let ctlDays = CTL_DAYS;
  let atlDays = ATL_DAYS;
  let ctl = 0;
  let atl = 0;
  for (let n = 0; n <= daysBetween(first, record.simulated.today) + DAYS_AHEAD; n++) {
    const day = addDays(first, n);
    const load = loads.get(day) ?? { ctl: 0, atl: 0 };
    for (const event of events.get(day) ?? []) {
      if (typeof event.ctl_days === 'number') ctlDays = event.ctl_days;
      if (typeof event.atl_days === 'number') atlDays = event.atl_days;
    }
    ctl += (load.ctl - ctl) * (1 - Math.exp(-1 / ctlDays));
    atl += (load.atl - atl) * (1 - Math.exp(-1 / atlDays));
    for (const event of events.get(day) ?? []) {
      if (event.category !== 'SET_FITNESS') continue;
      if (typeof event.icu_ctl === 'number') ctl = event.icu_ctl;
      if (typeof event.icu_atl === 'number') atl = event.icu_atl;
    }
    const weekAgo = days.get(addDays(day, -7))?.ctl ?? 0;
    days.set(day, { ctl, atl, ctlLoad: load.ctl, atlLoad: load.atl, rampRate: ctl - weekAgo });
  }
  return days;
}

/** Done sessions up to today, planned ones from tomorrow on. */
function loadsByDay(record: AthleteRecord): Map<Day, { ctl: number; atl: number }> {
  const loads = new Map<Day, { ctl: number; atl: number }>();
  const add = (day: Day, load: number, type: string) => {
    const sum = loads.get(day) ?? { ctl: 0, atl: 0 };
    loads.set(day, { ctl: sum.ctl + (NO_CTL_TYPES.has(type) ? 0 : load), atl: sum.atl + load });
  };
  for (const activity of record.activities.list()) {
    add(activity.startLocal.slice(0, 10), record.activities.load(activity), record.activities.type(activity));
  }
  for (const planned of record.calendar.plannedLoads(record.today())) add(planned.day, planned.load, planned.type);
  return loads;
}
