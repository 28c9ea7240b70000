import { earlierOf, Failure, laterOf, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { type NewEntry, newEntry } from '../../answers/new-entry.ts';
import { alreadyThere, type NewWorkout, newWorkout } from '../../answers/new-workout.ts';
import { outlookOf } from '../../answers/outlook.ts';
import type { WireProfile } from '../../client/wire/athlete.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import { conflicts } from '../../domain/calendar/conflicts.ts';
import { eventColumns, eventDay, eventRow } from '../../domain/calendar/event.ts';
import { differences } from '../../domain/calendar/read-back.ts';
import { entryInput, workoutInput } from '../../params/calendar.ts';
import { defineTool } from '../../tool.ts';

const MOST = 60;
const workoutDraft = z.strictObject(workoutInput);
const entryDraft = z.strictObject(entryInput);

export default defineTool({
  name: 'icu_bulk_create_events',
  title: 'Create many entries',
  toolset: 'events',
  effect: 'create',
  bulk: true,
  userText: ['name'],
  description: `Writes up to ${MOST} calendar entries at once.`,
  input: z.object({
    events: z.array(z.record(z.string(), z.unknown())).describe('As icu_create_planned_workout or icu_create_event'),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    ...rowsShape,
    already_there: z.optional(z.number()),
    fitness: z.optional(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [
    {
      events: [
        { date: '2026-12-01', sport: 'Ride', name: 'Tempo', steps: [{ for: '40min', at: '80% FTP' }] },
        { date: '2026-12-02', category: 'NOTE', name: 'Rest day' },
      ],
    },
  ],
  handler: async (ctx, { events: given }) => {
    if (given.length < 1 || given.length > MOST) {
      throw new Failure('bad_input', `events holds ${given.length} entries`, { next: `send 1 to ${MOST} at once` });
    }
    const athlete = await ctx.athlete();
    const profile = await ctx.port.athletes.profile({ athlete: athlete.id });
    const drafts = given.map((draft, i) => readOne(draft, i, athlete.id, profile));
    const oldest = drafts.map(({ date }) => date).reduce(earlierOf);
    const newest = drafts.map(({ date }) => date).reduce(laterOf);
    const there = await ctx.port.events.list({ athlete: athlete.id, oldest, newest });
    const fresh = drafts.filter(({ external }) => alreadyThere(there.items, external) === undefined);
    const known = drafts.length - fresh.length;
    if (fresh.length === 0) {
      return {
        written: false,
        ...toRows([], eventColumns),
        ...noted('All of them are already there; nothing was written.'),
      };
    }
    await ctx.confirm({
      summary: `Create ${fresh.length} calendar ${fresh.length === 1 ? 'entry' : 'entries'}, ${oldest} to ${newest}${forWhom(athlete)}`,
      diff: fresh.map((draft) => ({
        field: `${draft.date} ${draft.name}`.slice(0, 100),
        before: null,
        after: shown(draft),
      })),
      notes: [
        ...(known > 0 ? [`${known} are already there and are left as they are.`] : []),
        ...fresh.flatMap((draft) => notesOf(draft, there.items)),
      ].slice(0, 40),
      day: oldest,
    });
    await ctx.port.eventsMany.upsertEvents({ athlete: athlete.id, events: fresh.map(({ body }) => body) });
    const after = await ctx.port.events.list({ athlete: athlete.id, oldest, newest });
    const stored = fresh.flatMap(({ external }) => alreadyThere(after.items, external) ?? []);
    const table = present(toRows(stored.map(eventRow), eventColumns), athlete.units);
    return {
      ...table,
      ...(known > 0 && { already_there: known }),
      fitness: present(await outlookOf(ctx, newest), athlete.units),
      ...noted(...readBack(fresh, after.items)),
    };
  },
});

type Draft = NewEntry | NewWorkout;

function readOne(draft: Readonly<Record<string, unknown>>, i: number, athlete: string, profile: WireProfile): Draft {
  const isWorkout = 'steps' in draft;
  const read = (isWorkout ? workoutDraft : entryDraft).safeParse(draft);
  if (!read.success) {
    const [issue] = read.error.issues;
    const form = isWorkout
      ? '{"date":"2026-12-01","sport":"Ride","name":"Tempo","steps":[{"for":"40min","at":"80% FTP"}]}'
      : '{"date":"2026-12-02","category":"NOTE","name":"Rest day"}';
    throw new Failure(
      'bad_input',
      `events[${i}] ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`,
      {
        next: `send it in the form ${form}`,
      },
    );
  }
  return isWorkout
    ? newWorkout(read.data as Parameters<typeof newWorkout>[0], athlete, profile)
    : newEntry(read.data as Parameters<typeof newEntry>[0]);
}

function shown(draft: Draft): unknown {
  if (!('compiled' in draft)) return draft.shown;
  const { plan, text } = draft.compiled;
  return { planned_time_s: plan.seconds, planned_load: plan.load, text };
}

function notesOf(draft: Draft, events: readonly WireEvent[]): string[] {
  const that = events.filter((event) => eventDay(event) === draft.date);
  const losses = 'compiled' in draft ? draft.compiled.notes : [];
  return [...losses, ...conflicts(that, undefined)].map((note) => `${draft.date}: ${note}`);
}

function readBack(drafts: readonly Draft[], events: readonly WireEvent[]): string[] {
  return drafts.flatMap((draft) => {
    const event = alreadyThere(events, draft.external);
    if (event === undefined) return [`${draft.date} "${draft.name}" is missing from the calendar after the write.`];
    if (!('compiled' in draft)) return [];
    return differences(draft.compiled, event, draft.settings).map((each) => `${draft.date}: ${each}`);
  });
}
