import {
  addDays,
  type CallContext,
  day,
  Failure,
  laterOf,
  noted,
  notesShape,
  present,
  rowsShape,
  toRows,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { folderById } from '../../answers/library.ts';
import { outlookOf } from '../../answers/outlook.ts';
import type { IntervalsPort } from '../../client/index.ts';
import type { WireEvent } from '../../client/wire/event.ts';
import type { WireWorkout } from '../../client/wire/library.ts';
import { conflicts } from '../../domain/calendar/conflicts.ts';
import { eventColumns, eventDay, eventRow } from '../../domain/calendar/event.ts';
import { trainingPlan } from '../../domain/library/training-plan.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_apply_training_plan',
  title: 'Put a plan on the calendar',
  toolset: 'plans',
  effect: 'create',
  bulk: true,
  userText: ['name'],
  description: 'Copies a plan onto the calendar; without folder_id updates it from the followed plan.',
  input: z.object({ folder_id: z.optional(z.string()), start: z.optional(day) }),
  output: z.object({
    written: z.optional(z.boolean()),
    ...rowsShape,
    fitness: z.optional(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [{ folder_id: '900002', start: '2026-12-07' }, {}],
  handler: async (ctx, { folder_id, start }) => {
    if ((folder_id === undefined) !== (start === undefined)) {
      throw new Failure('bad_input', 'A plan needs folder_id and start', { next: 'give both, or neither' });
    }
    return folder_id === undefined || start === undefined ? followPlan(ctx) : copyPlan(ctx, folder_id, start);
  },
});

type Context = CallContext<IntervalsPort>;

/** Lets the platform bring the calendar up to date with the plan that the athlete follows. */
async function followPlan(ctx: Context) {
  const athlete = await ctx.athlete();
  const plan = trainingPlan(await ctx.port.plans.getTrainingPlan({ athlete: athlete.id }));
  if (plan === undefined) {
    throw new Failure('bad_input', `${athlete.name} follows no plan`, { next: 'give folder_id and start' });
  }
  await ctx.confirm({
    summary: `Bring the calendar up to date with "${String(plan.name)}" from today on${forWhom(athlete)}`,
    diff: [{ field: 'planned workouts from today on', before: 'as they are', after: 'as in the plan' }],
    day: await ctx.today(),
  });
  await ctx.port.plans.applyPlanChanges({ athlete: athlete.id });
  return {
    ...toRows([], eventColumns),
    ...noted('Intervals.icu does this in the background; look at the calendar in a minute.'),
  };
}

/** Copies every workout of a plan to its day from `start` on, and reads back which came. */
async function copyPlan(ctx: Context, folderId: string, start: string) {
  const athlete = await ctx.athlete();
  const folder = await folderById(ctx.port, athlete.id, folderId);
  const dated = datedWorkouts((await ctx.port.library.listWorkouts({ athlete: athlete.id })).items, folderId, start);
  if (dated.length === 0) {
    throw new Failure('bad_input', `"${folder.name}" holds no workouts`, { next: 'choose another plan' });
  }
  const newest = dated.map(({ date }) => date).reduce(laterOf);
  const read = async () => (await ctx.port.events.listToChange({ athlete: athlete.id, oldest: start, newest })).items;
  const there = await read();
  const doubled = dated.filter((each) => isAmong(there, each)).length;
  if (doubled === dated.length) {
    return {
      written: false,
      ...toRows([], eventColumns),
      ...noted('This plan is already on the calendar from that day; nothing was written.'),
    };
  }
  await ctx.confirm({
    summary: `Copy ${dated.length} workouts of "${folder.name}" to ${start} … ${newest}${forWhom(athlete)}`,
    diff: dated.slice(0, 80).map(({ workout, date }) => ({
      field: date,
      before: null,
      after: `${workout.type} "${workout.name}", load ${workout.icu_training_load ?? 'unknown'}`,
    })),
    notes: [
      ...(doubled > 0 ? [`${doubled} of them are already there and would be doubled.`] : []),
      ...conflictsOfDays(there, dated).slice(0, 20),
    ],
    day: start,
  });
  const known = new Set(there.map(({ id }) => id));
  await ctx.port.plans.applyPlan({ athlete: athlete.id, folder: folderId, start });
  const stored = (await read()).filter(({ id }) => !known.has(id));
  const lost = dated.length - stored.length;
  return {
    ...present(toRows(stored.map(eventRow), eventColumns), athlete.units),
    fitness: present(await outlookOf(ctx, newest), athlete.units),
    ...noted(...(lost > 0 ? [`${lost} workouts are missing from the calendar after the write.`] : [])),
  };
}

/** A workout of a plan, and the day it comes to. */
interface DatedWorkout {
  readonly workout: WireWorkout;
  readonly date: string;
}

function datedWorkouts(library: readonly WireWorkout[], folderId: string, start: string): DatedWorkout[] {
  return library
    .filter((workout) => workout.folder_id === folderId)
    .map((workout) => ({ workout, date: addDays(start, workout.day ?? 0) }));
}

function isAmong(events: readonly WireEvent[], { workout, date }: DatedWorkout): boolean {
  return events.some(
    (event) =>
      eventDay(event) === date &&
      event.name === workout.name &&
      (event.description ?? '').trim() === (workout.description ?? '').trim(),
  );
}

function conflictsOfDays(there: readonly WireEvent[], dated: readonly DatedWorkout[]): string[] {
  return dated.flatMap(({ date }) => {
    const onDay = there.filter((event) => eventDay(event) === date);
    return conflicts(onDay, undefined).map((each) => `${date}: ${each}`);
  });
}
