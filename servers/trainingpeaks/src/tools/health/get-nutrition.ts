import { addDays, type Cell, noted, notesShape, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { nutritionRow } from '../../domain/health/nutrition.ts';
import { readPages } from '../../domain/pages.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_nutrition',
  title: 'Nutrition log',
  toolset: 'health',
  effect: 'read',
  userText: ['description', 'comment', 'title', 'name'],
  description: 'What was logged as eaten, a week by default, and the planned daily energy.',
  input: z.object({ oldest, newest }),
  output: z.object({ ...rowsShape, planned_intake_kcal: z.number().nullable(), ...notesShape }),
  examples: [{}],
  handler: async (ctx, given) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -6), newest: today }, 1100);
    const [{ items, skipped }, settings] = await Promise.all([
      readPages(
        window,
        (page) => ctx.port.nutrition.list({ athlete: athlete.id, ...page }),
        () => null,
      ),
      ctx.port.settings.get({ athlete: athlete.id }),
    ]);
    const rows = items.map(nutritionRow);
    return {
      planned_intake_kcal: settings.nutritionSettings?.plannedCalories ?? null,
      ...toRows<Record<string, Cell>>(rows, [...new Set(rows.flatMap((row) => Object.keys(row)))]),
      ...noted(
        ...(rows.length === 0
          ? ['Nothing is logged in this window.']
          : ['TrainingPeaks describes no form for these entries: names are its own.']),
        ...skippedNote(skipped, 'entries'),
      ),
    };
  },
});
