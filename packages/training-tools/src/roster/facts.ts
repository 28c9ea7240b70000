import { addDays, daysBetween } from '@core/metrics/day';
import type { RosterAthlete, RosterWeek } from '../ports/index.ts';

/** What is known of one athlete from the weeks of a roster. `null`: not known, which is not judged. */
export interface RosterFacts {
  readonly athlete: RosterAthlete;
  /** Done load of the last whole week, points. */
  readonly lastWeekLoad: number | null;
  /** Mean of the whole weeks before it that are known, at most four. */
  readonly usualWeekLoad: number | null;
  /** Whole weeks up to the last one without an activity. */
  readonly emptyWeeks: number;
  readonly ctl: number | null;
  /** CTL − ATL now. */
  readonly form: number | null;
  readonly ramp: number | null;
  readonly daysUnseen: number | null;
}

/** Weeks that the usual load is the mean of: a month, as the chronic side of a workload ratio. */
const USUAL_WEEKS = 4;

/** Facts of each athlete, in the order of the roster. Weeks of athletes who are not on it are left out. */
export function rosterFacts(
  athletes: readonly RosterAthlete[],
  weeks: readonly RosterWeek[],
  today: string,
): readonly RosterFacts[] {
  const byAthlete = Map.groupBy(weeks, ({ athleteId }) => athleteId);
  return athletes.map((athlete) => factsOf(athlete, byAthlete.get(athlete.id) ?? [], today));
}

function factsOf(athlete: RosterAthlete, unsorted: readonly RosterWeek[], today: string): RosterFacts {
  const weeks = [...unsorted].sort((a, b) => (a.week < b.week ? 1 : -1));
  const whole = weeks.filter(({ week }) => addDays(week, 7) <= today);
  const now = weeks[0];
  const before = whole.slice(1, 1 + USUAL_WEEKS).flatMap(({ load }) => load ?? []);
  const trained = whole.findIndex(({ activities }) => activities > 0);
  return {
    athlete,
    lastWeekLoad: whole[0]?.load ?? null,
    usualWeekLoad: before.length === 0 ? null : before.reduce((sum, load) => sum + load, 0) / before.length,
    emptyWeeks: trained === -1 ? whole.length : trained,
    ctl: now?.fitness?.ctl ?? null,
    form: now?.fitness == null ? null : now.fitness.ctl - now.fitness.atl,
    ramp: now?.ramp ?? null,
    daysUnseen: athlete.lastSeen === null ? null : daysBetween(athlete.lastSeen, today),
  };
}
