import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { wholeFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

/** The category that the web application sends for an athlete who never chose one. */
const USUAL_CATEGORY = 4;

export default defineTool({
  name: 'tp_update_nutrition',
  title: 'Set planned energy intake',
  toolset: 'health',
  effect: 'update',
  description: 'Sets the planned energy intake of every day.',
  input: z.object({ planned_calories: wholeFrom(0, 20_000) }),
  output: z.object({
    written: z.optional(z.boolean()),
    before_kcal: z.number().nullable(),
    planned_intake_kcal: z.number().nullable(),
    ...notesShape,
  }),
  examples: [{ planned_calories: 2350 }],
  handler: async (ctx, { planned_calories }) => {
    const athlete = await ctx.athlete();
    const read = async () => (await ctx.port.settings.getNow({ athlete: athlete.id })).nutritionSettings;
    const current = await read();
    const before_kcal = current?.plannedCalories ?? null;
    if (before_kcal === planned_calories) {
      return { written: false, before_kcal, planned_intake_kcal: before_kcal, ...noted('Nothing to change.') };
    }
    await ctx.confirm({
      summary: `Set the planned daily energy to ${planned_calories} kcal${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff: [{ field: 'planned_intake_kcal', before: before_kcal, after: planned_calories }],
    });
    await ctx.port.nutrition.saveSettings({
      athlete: athlete.id,
      plannedCalories: planned_calories,
      category: current?.substrateUtilizationCategory ?? USUAL_CATEGORY,
    });
    const found = await orUndefined(read());
    if (found === undefined) return { before_kcal, planned_intake_kcal: planned_calories, ...noted(NOT_READ_BACK) };
    const stored = found?.plannedCalories ?? null;
    return {
      before_kcal,
      planned_intake_kcal: stored,
      ...(stored !== planned_calories && noted('TrainingPeaks stored another value.')),
    };
  },
});
