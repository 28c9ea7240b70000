import { addDays, day, Failure, laterOf, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { folderById } from '../../answers/library.ts';
import { outlookOf } from '../../answers/outlook.ts';
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
    const athlete = await ctx.athlete();
    if ((folder_id === undefined) !== (start === undefined)) {
      throw new Failure('bad_input', 'A plan needs folder_id and start', { next: 'give both, or neither' });
    }
    if (folder_id === undefined || start === undefined) {
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
    const folder = await folderById(ctx.port, athlete.id, folder_id);
    const { items: library } = await ctx.port.library.listWorkouts({ athlete: athlete.id });
    const workouts = library
      .filter((workout) => workout.folder_id === folder_id)
      .map((workout) => ({ workout, date: addDays(start, workout.day ?? 0) }));
    if (workouts.length === 0) {
      throw new Failure('bad_input', `"${folder.name}" holds no workouts`, { next: 'choose another plan' });
    }
    const newest = workouts.map(({ date }) => date).reduce(laterOf);
    const read = async () => (await ctx.port.events.listToChange({ athlete: athlete.id, oldest: start, newest })).items;
    const there = await read();
    const isThere = ({ workout, date }: (typeof workouts)[number]) =>
      there.some(
        (event) =>
          eventDay(event) === date &&
          event.name === workout.name &&
          (event.description ?? '').trim() === (workout.description ?? '').trim(),
      );
    if (workouts.every(isThere)) {
      return {
        written: false,
        ...toRows([], eventColumns),
        ...noted('This plan is already on the calendar from that day; nothing was written.'),
      };
    }
    const doubled = workouts.filter(isThere).length;
    await ctx.confirm({
      summary: `Copy ${workouts.length} workouts of "${folder.name}" to ${start} … ${newest}${forWhom(athlete)}`,
      diff: workouts.slice(0, 80).map(({ workout, date }) => ({
        field: date,
        before: null,
        after: `${workout.type} "${workout.name}", load ${workout.icu_training_load ?? 'unknown'}`,
      })),
      notes: [
        ...(doubled > 0 ? [`${doubled} of them are already there and would be doubled.`] : []),
        ...workouts
          .flatMap(({ date }) =>
            conflicts(
              there.filter((event) => eventDay(event) === date),
              undefined,
            ).map((each) => `${date}: ${each}`),
          )
          .slice(0, 20),
      ],
      day: start,
    });
    const known = new Set(there.map(({ id }) => id));
    await ctx.port.plans.applyPlan({ athlete: athlete.id, folder: folder_id, start });
    const stored = (await read()).filter(({ id }) => !known.has(id));
    const lost = workouts.length - stored.length;
    return {
      ...present(toRows(stored.map(eventRow), eventColumns), athlete.units),
      fitness: present(await outlookOf(ctx, newest), athlete.units),
      ...noted(...(lost > 0 ? [`${lost} workouts are missing from the calendar after the write.`] : [])),
    };
  },
});
