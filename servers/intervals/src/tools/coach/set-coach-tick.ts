import { Failure, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { requireOwner } from '../../domain/activity/owner.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_set_coach_tick',
  title: 'Coach’s tick',
  toolset: 'coach',
  effect: 'send',
  userText: ['label', 'before'],
  description: 'Ticks an activity with a coach’s label; without tick lists them.',
  input: z.object({ activity_id: activityId, tick: z.optional(z.int()) }),
  output: z.object({
    written: z.optional(z.boolean()),
    labels: z.record(z.string(), z.string()),
    before: z.optional(z.string()),
    label: z.optional(z.string()),
    ...notesShape,
  }),
  examples: [{ activity_id: 'i89000582', tick: 1 }],
  handler: async (ctx, { activity_id, tick }) => {
    const athlete = await ctx.athlete();
    const self = await ctx.self();
    const [activity, { coach_tick: now }, coach] = await Promise.all([
      ctx.port.activities.get({ activity: activity_id }),
      ctx.port.chats.getCoachTick({ activity: activity_id }),
      ctx.port.settings.getAthleteSettings({ athlete: self.id }),
    ]);
    requireOwner(activity, athlete);
    const labels = Object.fromEntries(coach.coach_ticks.map(({ id, text }) => [String(id ?? 0), text ?? '']));
    const name = (id: number | null) => (id === null || id === 0 ? undefined : (labels[String(id)] ?? `tick ${id}`));
    const before = name(now);
    if (tick === undefined || tick === (now ?? 0)) {
      const note =
        tick === undefined
          ? 'Nothing was written; tick takes one of these numbers, 0 takes it away.'
          : 'Nothing to change: it already is so.';
      return { written: false, labels, ...(before !== undefined && { label: before }), notes: [note] };
    }
    if (tick !== 0 && labels[String(tick)] === undefined) {
      throw new Failure('bad_input', `There is no label ${tick}`, {
        next: `use one of: ${
          Object.entries(labels)
            .map(([id, text]) => `${id} (${text})`)
            .join(', ') || '0'
        }`,
      });
    }
    await ctx.confirm({
      summary: `Tick "${activity.name ?? activity_id}" of ${athlete.name}`,
      diff: [{ field: 'coach_tick', before: before ?? null, after: name(tick) ?? null }],
      seenByOthers: true,
    });
    await ctx.port.chats.setCoachTick({ activity: activity_id, tick });
    const { coach_tick: stored } = await ctx.port.chats.getCoachTick({ activity: activity_id });
    const label = name(stored);
    return {
      labels,
      ...(before !== undefined && { before }),
      ...(label !== undefined && { label }),
      ...((stored ?? 0) !== tick && { notes: ['Intervals.icu did not take the tick.'] }),
    };
  },
});
