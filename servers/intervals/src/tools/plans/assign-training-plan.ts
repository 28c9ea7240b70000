import { day, Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { folderById } from '../../answers/library.ts';
import { trainingPlan } from '../../domain/library/training-plan.ts';
import { defineTool } from '../../tool.ts';

const plan = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'icu_assign_training_plan',
  title: 'Assign a plan',
  toolset: 'plans',
  effect: 'update',
  userText: ['name', 'text'],
  description: 'Lets the athlete, or athlete_ids, follow a plan; without folder_id none.',
  input: z.object({
    folder_id: z.optional(z.string()),
    start: z.optional(day),
    athlete_ids: z.optional(z.array(z.string())),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    before: z.optional(plan),
    after: z.optional(plan),
    assigned: z.optional(z.array(z.string())),
    ...notesShape,
  }),
  examples: [
    { folder_id: '900002', start: '2026-10-19' },
    { folder_id: '900002', start: '2026-10-26', athlete_ids: ['i300016'] },
  ],
  handler: async (ctx, { folder_id, start, athlete_ids }) => {
    const athlete = await ctx.athlete();
    if ((folder_id === undefined) !== (start === undefined)) {
      throw new Failure('bad_input', 'A plan needs folder_id and start', {
        next: 'give both, or neither to end the plan',
      });
    }
    const self = await ctx.self();
    const folder = folder_id === undefined ? undefined : await folderById(ctx.port, self.id, folder_id);
    if (folder !== undefined && folder.type !== 'PLAN') {
      throw new Failure('bad_input', `"${folder.name}" is a folder, not a plan`, {
        next: 'use the id of a plan of icu_get_workout_library',
      });
    }
    const assignment = {
      training_plan_id: folder === undefined ? null : Number(folder.id),
      training_plan_start_date: start ?? null,
    };
    const verb = folder === undefined ? 'End the training plan' : `Follow "${folder.name}" from ${start}`;
    if (athlete_ids !== undefined && athlete_ids.length > 0) {
      const { items: roster } = await ctx.port.athletes.list();
      const people = [...new Set(athlete_ids)].map((id) => roster.find((each) => each.id === id) ?? unknownAthlete(id));
      await ctx.confirm({
        summary: `${verb}: ${people.length} athletes`,
        diff: people.map((who) => ({ field: who.name ?? who.id, before: null, after: folder?.name ?? 'no plan' })),
        seenByOthers: true,
      });
      await ctx.port.plans.assignTrainingPlans({ athletes: people.map(({ id }) => id), plan: assignment });
      const after = await Promise.all(people.map(({ id }) => ctx.port.plans.getTrainingPlan({ athlete: id })));
      const taken = people.filter((_, i) => after[i]?.training_plan_id === (folder?.id ?? null));
      const lost = people.length - taken.length;
      return {
        assigned: taken.map(({ id, name }) => name ?? id),
        ...noted(...(lost > 0 ? [`Intervals.icu did not take it for ${lost} athletes.`] : [])),
      };
    }
    const before = trainingPlan(await ctx.port.plans.getTrainingPlan({ athlete: athlete.id }));
    if ((before?.folder_id ?? undefined) === folder_id && (before?.start ?? undefined) === start) {
      return { written: false, ...(before && { before }), ...noted('Nothing to change: it already is so.') };
    }
    await ctx.confirm({
      summary: `${verb}${forWhom(athlete)}`,
      diff: [
        { field: 'plan', before: before?.name ?? null, after: folder?.name ?? null },
        { field: 'start', before: before?.start ?? null, after: start ?? null },
      ],
      notes: ['The workouts are put on the calendar by Intervals.icu, or with icu_apply_training_plan.'],
    });
    await ctx.port.plans.assignTrainingPlan({ athlete: athlete.id, plan: assignment });
    const after = trainingPlan(await ctx.port.plans.getTrainingPlan({ athlete: athlete.id }));
    const taken = (after?.folder_id ?? undefined) === folder_id;
    return {
      ...(before && { before }),
      ...(after && { after }),
      ...noted(...(taken ? [] : ['Intervals.icu did not take it.'])),
    };
  },
});

function unknownAthlete(id: string): never {
  throw new Failure('not_found', `No athlete ${id.slice(0, 20)} can be seen with this key`, {
    next: 'take athlete_ids from icu_list_athletes',
  });
}
