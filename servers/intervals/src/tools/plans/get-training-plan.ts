import * as z from '@core/mcp-kit/schema';
import { noted, notesShape } from '../../answers/notes.ts';
import { trainingPlan } from '../../domain/library/training-plan.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_training_plan',
  title: 'Plan followed',
  toolset: 'plans',
  effect: 'read',
  userText: ['name', 'text'],
  description: 'The plan that the athlete follows now.',
  input: z.object({}),
  output: z.object({ plan: z.optional(z.record(z.string(), z.unknown())), ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const plan = trainingPlan(await ctx.port.plans.getTrainingPlan({ athlete: athlete.id }));
    return {
      ...(plan && { plan }),
      ...noted(...(plan ? [] : ['No plan is followed; icu_get_workout_library lists plans.'])),
    };
  },
});
