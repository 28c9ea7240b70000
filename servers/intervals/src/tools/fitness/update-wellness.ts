import { day, Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { recorded } from '../../domain/recorded.ts';
import {
  changedWellness,
  metricValues,
  sameValue,
  wellnessPatch,
  wellnessValues,
} from '../../domain/wellness/patch.ts';
import { wellnessRow } from '../../domain/wellness/row.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_wellness',
  title: 'Update wellness',
  toolset: 'fitness',
  effect: 'update',
  userText: ['comments'],
  description: 'Sets wellness values of one day; what is not named stays.',
  input: z.object({
    date: z.optional(day).describe('Default today'),
    values: z
      .record(z.string(), z.unknown())
      .describe(
        'Named as in icu_get_wellness_data: weight_kg, resting_hr_bpm, mood_1to4_1_is_best, soreness_0to4_0_is_none, comments…',
      ),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    date: z.string(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
    ...notesShape,
  }),
  examples: [{ values: { weight_kg: 70.4, mood_1to4_1_is_best: 2 } }],
  handler: async (ctx, { date, values: given }) => {
    const values = metricValues(wellnessValues(given));
    const athlete = await ctx.athlete();
    const wanted = date ?? (await ctx.today());
    const patch = wellnessPatch(values);
    const read = async () =>
      (await ctx.port.wellness.listToChange({ athlete: athlete.id, oldest: wanted, newest: wanted })).items.find(
        ({ id }) => id === wanted,
      );
    const current = await read();
    if (current?.locked === true) {
      throw new Failure('blocked', `${wanted} is locked on Intervals.icu, which then ignores changes in silence`, {
        next: 'ask the user to unlock the day on Intervals.icu',
      });
    }
    const before = current === undefined ? {} : wellnessRow(current);
    const diff = changedWellness(before, values);
    const shown = (row: Readonly<Record<string, unknown>>) => present(pick(row, values), athlete.units);
    if (diff.length === 0) {
      const same = noted('Nothing to change: the day already holds these values.');
      return { written: false, date: wanted, before: shown(before), after: shown(before), ...same };
    }
    await ctx.confirm({
      summary: `Set ${diff.length} wellness ${diff.length === 1 ? 'value' : 'values'} of ${wanted}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff,
      ...(current?.updated != null && { version: current.updated }),
      day: wanted,
    });
    await ctx.port.wellness.update({ athlete: athlete.id, day: wanted, patch });
    const stored = await read();
    const after = stored === undefined ? {} : wellnessRow(stored);
    const ignored = diff.filter(({ field, after: sent }) => !sameValue(after[field], sent)).map(({ field }) => field);
    const lost = ignored.length > 0 ? noted(`Intervals.icu did not take: ${ignored.join(', ')}.`) : {};
    return { date: wanted, before: shown(before), after: shown(after), ...lost };
  },
});

function pick(row: Readonly<Record<string, unknown>>, named: Readonly<Record<string, unknown>>) {
  return recorded(Object.fromEntries(Object.keys(named).map((name) => [name, row[name] ?? null])));
}
