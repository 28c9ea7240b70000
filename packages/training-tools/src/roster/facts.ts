import { addDays, daysBetween } from '@core/metrics/day';
import type { RosterAthlete, RosterWeek, Who } from '../ports/index.ts';

/** What is known of one athlete from the weeks of a roster. `null`: not known, which is not judged. */
export interface RosterFacts {
  readonly athlete: Who;
  /** Done load of the last whole week, points. */
  readonly lastWeekLoad: number | null;
  /** Mean of the whole weeks before it that are known, at most four. */
  readonly usualWeekLoad: number | null;
  /** Whole weeks up to the last one without an activity. */
  readonly emptyWeeks: number;
  readonly ctl: number | null;
  /** Form now, as the platform counts it. */
  readonly form: number | null;
  readonly ramp: number | null;
  readonly daysUnseen: number | null;
  /** Sessions of the reviewed week that no activity is paired with; `null`: the calendar was not read. */
  readonly missed: number | null;
  /** Since the oldest message that waits for an answer; `null`: none waits, or nobody looked. */
  readonly waitingHours: number | null;
}

/** Weeks that the usual load is the mean of: a month, as the chronic side of a workload ratio. */
const USUAL_WEEKS = 4;

/**
 * Facts of everyone who has weeks, in their order. When each was last seen is known of those in `roster` alone, whom to
 * ask for may cost a request of its own.
 */
export function rosterFacts(
  weeks: readonly RosterWeek[],
  today: string,
  roster: readonly RosterAthlete[] = [],
): readonly RosterFacts[] {
  const seen = new Map(roster.map(({ id, lastSeen }) => [id, lastSeen]));
  return [...Map.groupBy(weeks, ({ athlete }) => athlete.id).values()].map((own) => {
    const { athlete } = own[0]!;
    return factsOf(athlete, own, today, seen.get(athlete.id) ?? null);
  });
}

function factsOf(
  { id, name }: Who,
  unsorted: readonly RosterWeek[],
  today: string,
  lastSeen: string | null,
): RosterFacts {
  const weeks = [...unsorted].sort((a, b) => (a.week < b.week ? 1 : -1));
  const whole = weeks.filter(({ week }) => addDays(week, 7) <= today);
  const now = weeks[0];
  const before = whole.slice(1, 1 + USUAL_WEEKS).flatMap(({ load }) => load ?? []);
  const trained = whole.findIndex(({ activities }) => activities > 0);
  return {
    athlete: { id, name },
    lastWeekLoad: whole[0]?.load ?? null,
    usualWeekLoad: before.length === 0 ? null : before.reduce((sum, load) => sum + load, 0) / before.length,
    emptyWeeks: trained === -1 ? whole.length : trained,
    ctl: now?.fitness?.ctl ?? null,
    form: formOf(now),
    ramp: now?.ramp ?? null,
    daysUnseen: lastSeen === null ? null : daysBetween(lastSeen, today),
    missed: null,
    waitingHours: null,
  };
}

/** Form of a week's end: the platform's own where it counts otherwise, else CTL − ATL of that evening. */
export function formOf(week: Pick<RosterWeek, 'fitness' | 'form'> | undefined): number | null {
  if (week?.form !== undefined) return week.form;
  return week?.fitness == null ? null : week.fitness.ctl - week.fitness.atl;
}
