import { type CallContext, earlierOf, partOf, type Window } from '@core/mcp-kit';
import { addDays, mondayOf } from '@core/metrics/day';
import type { RosterPort, RosterWeek, Who } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WirePerformanceDay } from '../client/reports/wire.ts';
import type { WireWorkout } from '../client/workouts/wire.ts';
import { byDay } from '../domain/fitness/chart.ts';
import { toAthletes } from '../domain/identity/athlete.ts';
import { secondsOfHours } from '../domain/workouts/rounding.ts';
import { isDone } from '../domain/workouts/status.ts';
import { workoutsOf } from './shared-page.ts';

/** The roster of TrainingPeaks: a request for who they are, one for their groups, and two an athlete for their weeks. */
export function rosterPort(ctx: CallContext<TrainingPeaksPort>): RosterPort {
  const { port } = ctx;
  const athletes = async () => {
    const user = await port.identity.user();
    const [self, ...others] = toAthletes(user);
    const groups = others.length === 0 ? [] : await groupsOf(port, self.id);
    const emails = new Map(user.user.athletes.map(({ athleteId, email }) => [athleteId, email]));
    return [self, ...others].map(({ id, name }) => ({
      id,
      name,
      tags: groups.flatMap((group) => (group.athleteIds.includes(id) && group.name !== null ? [group.name] : [])),
      lastSeen: null,
      email: emails.get(id) ?? (id === self.id ? user.user.email : null),
      // Whoever is in the roster has a calendar that the account may open.
      mayWrite: true,
    }));
  };
  return {
    me: async () => {
      const [self, ...others] = toAthletes(await port.identity.user());
      return { id: self.id, name: self.name, role: others.length > 0 ? 'coach' : 'athlete' };
    },
    weeksEach: true,
    athletes: async () => ({ items: await athletes(), skipped: {} }),
    weeks: async (range, { tag, athletes: asked } = {}) => {
      const all = await athletes();
      const wanted = all
        .filter(({ tags }) => tag === undefined || tags.some((each) => sameWord(each, tag)))
        .filter(({ id }) => asked?.includes(id) ?? true);
      const newest = earlierOf(range.newest, await ctx.today());
      const read = await Promise.all(wanted.map((who) => partOf(weeksOf(ctx, who, { ...range, newest }))));
      const unread = read.filter(({ failure }) => failure !== undefined).length;
      const rows = read.reduce((total, part) => total + (part.failure === undefined ? part.value.skipped : 0), 0);
      return {
        items: read.flatMap((part) => (part.failure === undefined ? part.value.weeks : [])),
        skipped: {
          ...(unread > 0 && { 'athletes whose weeks cannot be read': unread }),
          ...(rows > 0 && { 'cannot be read': rows }),
        },
      };
    },
  };
}

const sameWord = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Groups only add to the roster: an account that is refused them has none. */
async function groupsOf(port: TrainingPeaksPort, coach: string) {
  const groups = await partOf(port.groups.list({ coach }));
  return groups.failure === undefined ? groups.value.items : [];
}

/** Weeks of one athlete: sessions, time and load from what was done, fitness from the chart. */
async function weeksOf(ctx: CallContext<TrainingPeaksPort>, { id, name }: Who, { oldest, newest }: Window) {
  const [chart, workouts] = await Promise.all([
    // The ramp of the first week needs the week before it.
    ctx.port.reports.performance({ athlete: id, oldest: addDays(oldest, -7), newest }),
    workoutsOf(ctx, id, { oldest, newest }),
  ]);
  const done = Map.groupBy(workouts.items.filter(isDone), ({ workoutDay }) => mondayOf(workoutDay ?? oldest));
  const days = byDay(chart.items);
  const weeks: RosterWeek[] = [];
  for (let week = mondayOf(oldest); week <= newest; week = addDays(week, 7)) {
    const last = earlierOf(addDays(week, 6), newest);
    weeks.push(weekOf({ id, name }, week, done.get(week) ?? [], days, last));
  }
  return { weeks, skipped: chart.skipped + workouts.skipped };
}

function weekOf(
  athlete: Who,
  week: string,
  done: readonly WireWorkout[],
  days: ReadonlyMap<string, WirePerformanceDay>,
  last: string,
): RosterWeek {
  const { ctl = null, atl = null, tsb = null } = days.get(last) ?? {};
  const before = days.get(addDays(last, -7))?.ctl ?? null;
  const loads = done.flatMap(({ tssActual }) => tssActual ?? []);
  const hours = done.flatMap(({ totalTime }) => totalTime ?? []);
  return {
    athlete,
    week,
    activities: done.length,
    movingS: done.length > 0 && hours.length === 0 ? null : secondsOfHours(sum(hours)),
    // Trained, but nothing to rate it by, is not rest.
    load: done.length > 0 && loads.length === 0 ? null : sum(loads),
    fitness: ctl === null || atl === null ? null : { ctl, atl },
    // TSB: of the evening before.
    form: tsb,
    ramp: ctl === null || before === null ? null : ctl - before,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
