import { createHash } from 'node:crypto';
import { day, Failure, type FieldChange, outcomeOf, type Part, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { counted } from '../../answer/counted.ts';
import { aboutShape, closing } from '../../answer/notes.ts';
import { rounded } from '../../answer/rounded.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import { isSession } from '../../planning/entries.ts';
import { prescriptionOf, rememberStyle } from '../../planning/prescription.ts';
import { scheduledInput, sessionToSchedule } from '../../planning/session-to-schedule.ts';
import type {
  CalendarPort,
  CompiledWorkout,
  RosterAthlete,
  SessionDraft,
  Who,
  WorkoutTarget,
  WrittenSession,
} from '../../ports/index.ts';
import { chosenAthletes } from '../../roster/chosen.ts';
import { readEach } from '../../roster/read-each.ts';

const MOST_ATHLETES = 40;

/** What is known of one athlete before anything is written. */
interface Prepared {
  /** The session that an equal call made before. */
  readonly there: string | null;
  /** What else is on that day. */
  readonly besides: readonly string[];
  readonly compiled: CompiledWorkout | undefined;
}

export default defineSharedTool({
  name: 'schedule_workout',
  title: 'Plan for one or many',
  toolset: 'coach',
  effect: 'create',
  bulk: true,
  athleteScope: 'none',
  needs: ['roster', 'calendar', 'workouts'],
  uses: ['library', 'store'],
  userText: ['athlete', 'besides'],
  description:
    'Plans one session for SEVERAL athletes, scaled to each by their own thresholds; strength as text. A result for each.',
  input: z.object({
    date: day,
    athletes: z.optional(z.array(z.string())),
    tag: z.optional(z.string()),
    ...scheduledInput,
  }),
  output: z.object({ ...aboutShape, written: z.optional(z.boolean()), ...rowsShape }),
  examples: [
    {
      date: '2026-12-01',
      athletes: ['me'],
      sport: 'ride',
      name: '4 x 8 threshold',
      steps: [
        {
          repeat: 4,
          steps: [
            { for: '8min', at: '100% FTP' },
            { for: '4min', at: '50% FTP' },
          ],
        },
      ],
    },
  ],
  handler: async (ctx, { date, athletes, tag, ...given }) => {
    const today = await ctx.today();
    const { calendar, roster, workouts, library } = ctx.ports;
    const people = await wanted(roster, { athletes, tag });
    if (date < today) {
      throw new Failure('bad_input', `date ${date} lies before today, ${today}`, { next: `use ${today} or later` });
    }
    const { draft: session, losses } = await sessionToSchedule(given, library);
    const draft = { ...session, day: date };
    const style = await prescriptionOf(given.steps && session.workout, ctx.ports.store, (targets) =>
      ctx.call('set_preferences', { targets }),
    );
    const writer = writerOf(calendar);
    const may = people.filter(({ mayWrite }) => mayWrite);
    const prepared = await preparedFor(may, draft, calendar, workouts, ctx.progress);
    const todo = may.filter(({ id }) => prepared.found.get(id)?.there === null);
    const results = new Map<string, Result>();
    if (todo.length > 0) {
      await ctx.confirm({
        summary: `Plan "${draft.name}" (${draft.family}) on ${date} for ${todo.length} of ${counted(people.length, 'athlete')}`,
        diff: todo.map((who) => changeOf(who, prepared.found.get(who.id)!, draft)),
        notes: [
          ...style.said,
          ...losses,
          ...people.filter((who) => !todo.includes(who)).map((who) => `${who.name}: ${whyNot(who, prepared.found)}`),
        ],
        day: date,
        seenByOthers: true,
      });
      for (const who of todo)
        results.set(who.id, resultOf(await outcomeOf(writer.addSession(who, draft, keyOf(who, draft))), ctx.platform));
    }
    const rows = people.map((who) => rowOf(who, prepared.found, results.get(who.id)));
    const planned = [...results.values()].filter(({ session_id }) => session_id !== null);
    const done = planned.length;
    const asSent = planned.filter(({ result }) => result === 'planned').length;
    const kept = done > 0 ? await rememberStyle(ctx.ports.store, style.toRemember) : [];
    return {
      ...(todo.length === 0 && { written: false }),
      method: 'Targets are computed for each from their own thresholds; besides is what was on that day already.',
      as_of: today,
      ...toRows(rows, columns),
      coverage: {
        athletes: people.length,
        planned: done,
        ...(asSent < done && { not_known_to_be_as_sent: done - asSent }),
        not_planned: people.length - done,
      },
      ...closing(
        [...losses, ...kept, ...(todo.length === 0 ? ['Nothing was written: see result.'] : [])],
        [done > 0 ? ctx.call('get_roster_delivery', { athletes: [...results.keys()], all: true }) : undefined],
      ),
    };
  },
});

const columns = [
  'athlete_id',
  'athlete',
  'result',
  'session_id',
  'planned_load',
  'planned_time_s',
  'targets',
  'besides',
] as const;

/** What is on everybody's day already, and what the session means for each. */
function preparedFor(
  people: readonly RosterAthlete[],
  draft: SessionDraft,
  calendar: CalendarPort,
  workouts: WorkoutTarget,
  progress: TrainingContext['progress'],
) {
  const { day: date } = draft;
  const { find } = writerOf(calendar);
  const read = async (who: Who): Promise<Prepared> => {
    const [{ items }, compiled] = await Promise.all([
      calendar.list(who, { oldest: date, newest: date }, { only: ['session', 'race', 'unavailable'] }),
      draft.workout && workouts.compile(who, draft.workout),
    ]);
    const there = (await find?.(who, draft, keyOf(who, draft))) ?? null;
    const besides = items
      .filter(({ id }) => id !== there)
      .filter((entry) => isSession(entry) || entry.kind === 'unavailable');
    return { there, compiled, besides: besides.map(({ name, kind }) => name ?? kind) };
  };
  return readEach(people, read, progress);
}

interface Result {
  readonly result: string;
  readonly session_id: string | null;
}

function rowOf(who: RosterAthlete, found: ReadonlyMap<string, Prepared>, result: Result | undefined) {
  const known = found.get(who.id);
  return {
    athlete_id: who.id,
    athlete: who.name,
    ...(result ?? { result: whyNot(who, found), session_id: known?.there ?? null }),
    planned_load: rounded(known?.compiled?.load ?? null),
    planned_time_s: known?.compiled?.plannedS ?? null,
    targets: known?.compiled?.targets?.join('; ') || null,
    besides: known?.besides.join('; ') || null,
  };
}

async function wanted(
  roster: Parameters<typeof chosenAthletes>[0],
  choice: Parameters<typeof chosenAthletes>[1],
): Promise<readonly RosterAthlete[]> {
  if (choice.athletes === undefined && choice.tag === undefined) {
    throw new Failure('bad_input', 'Neither athletes nor tag was given', {
      next: 'name them: athletes: ["…"], or tag: "…" for a group',
    });
  }
  const people = await chosenAthletes(roster, choice);
  if (people.length > 0 && people.length <= MOST_ATHLETES) return people;
  throw new Failure(
    'bad_input',
    `${counted(people.length, 'athlete')}; 1 to ${MOST_ATHLETES} are planned for at once`,
    {
      next: 'name fewer, in several calls',
    },
  );
}

function writerOf({ write }: CalendarPort): NonNullable<CalendarPort['write']> {
  if (write !== undefined) return write;
  throw new Failure('blocked', 'This platform’s calendar cannot be written', { next: 'tell the user' });
}

/** The same session on the same day for the same athlete, whoever asks and how often. */
function keyOf({ id }: Who, { day: date, ...session }: SessionDraft): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['schedule', id, date, session]))
    .digest('hex');
  return `schedule-${digest.slice(0, 24)}`;
}

function changeOf(who: RosterAthlete, { besides, compiled }: Prepared, draft: SessionDraft): FieldChange {
  const minutes = compiled?.plannedS == null ? [] : [`${Math.round(compiled.plannedS / 60)} min`];
  const load = compiled?.load == null ? [] : [`planned load ${Math.round(compiled.load)}`];
  const losses = (compiled?.losses ?? []).map(({ message }) => message);
  const after = [draft.name, ...minutes, ...load, ...(compiled?.targets ?? []), ...losses];
  return {
    field: `${who.name} (${who.id})`,
    before: besides.length === 0 ? null : `also that day: ${besides.join('; ')}`,
    after: after.join(' · '),
  };
}

function whyNot(who: RosterAthlete, found: ReadonlyMap<string, Prepared>): string {
  if (!who.mayWrite) return 'not allowed to write';
  const known = found.get(who.id);
  if (known === undefined) return 'could not be read';
  return known.there === null ? 'not planned' : 'already there';
}

/** One athlete's failure is that athlete's result; what was written is told as the platform keeps it. */
function resultOf({ value, failure }: Part<WrittenSession>, platform: string): Result {
  if (failure !== undefined) {
    const again = failure.kind === 'ambiguous_write' ? '; the same call again does not double it' : '';
    return { result: `failed: ${failure.message}${again}`, session_id: null };
  }
  return { result: plannedAs(value.differs, platform), session_id: value.id };
}

/** How many differences of one athlete are told. */
const TOLD = 3;

function plannedAs(differs: WrittenSession['differs'], platform: string): string {
  if (differs === null) return 'planned, but it could not be read back: look at it in a minute';
  if (differs.length === 0) return 'planned';
  const more = differs.length > TOLD ? ` And ${differs.length - TOLD} more.` : '';
  return `planned, but ${platform} understood it otherwise: ${differs.slice(0, TOLD).join(' ')}${more}`;
}
