import { Failure, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { manualActivity } from '../../domain/activity/manual.ts';
import { activityColumns, activityRow } from '../../domain/activity/row.ts';
import { listOf } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_bulk_create_manual_activities',
  title: 'Enter activities by hand',
  toolset: 'activity-edit',
  effect: 'create',
  bulk: true,
  userText: ['name'],
  description: 'Enters activities that have no file; always asks.',
  input: z.object({
    activities: listOf(z.record(z.string(), z.unknown()), 100).describe(
      'start (2026-10-12T18:00), sport, moving_time_s; name, description, distance_km, load, rpe_1to10, feel_1to5_1_is_strong, external_id…',
    ),
  }),
  output: z.object({ written: z.optional(z.boolean()), ...rowsShape, ...notesShape }),
  examples: [
    {
      activities: [
        { start: '2026-10-13T18:00', sport: 'WeightTraining', name: 'Gym', moving_time_s: 3600, rpe_1to10: 6 },
      ],
    },
  ],
  handler: async (ctx, { activities }) => {
    const athlete = await ctx.athlete();
    const wanted = activities.map(manualActivity);
    if (new Set(wanted.map(({ externalId }) => externalId)).size < wanted.length) {
      throw new Failure('bad_input', 'Two of the activities are the same', { next: 'send each once' });
    }
    const days = wanted.map(({ day }) => day).sort();
    const list = async () =>
      (await ctx.port.activities.list({ athlete: athlete.id, oldest: days[0]!, newest: days.at(-1)! })).items;
    const known = new Set((await list()).map(({ external_id }) => external_id));
    const fresh = wanted.filter(({ externalId }) => !known.has(externalId));
    const there = wanted.length - fresh.length;
    const old =
      there > 0 ? [`${there} of them were there already and stay as they are; icu_update_activity changes one.`] : [];
    const none = { columns: [], rows: [] };
    if (fresh.length === 0) return { written: false, ...none, ...noted(...old) };
    await ctx.confirm({
      summary: `Enter ${fresh.length} ${fresh.length === 1 ? 'activity' : 'activities'} by hand${forWhom(athlete)}`,
      diff: fresh.map(({ day, values }) => ({ field: day, before: null, after: values })),
      ...(old.length > 0 && { notes: old }),
      version: fresh.map(({ externalId }) => externalId).join(),
    });
    await ctx.port.activityEdits.createManual({ athlete: athlete.id, activities: fresh.map(({ body }) => body) });
    const ids = new Set(fresh.map(({ externalId }) => externalId));
    const stored = (await list()).filter(({ external_id }) => external_id !== null && ids.has(external_id));
    const lost = fresh.length - stored.length;
    return {
      ...present(toRows(stored.map(activityRow), activityColumns), athlete.units),
      ...noted(...old, ...(lost > 0 ? [`${lost} were accepted but are not in the list yet.`] : [])),
    };
  },
});
