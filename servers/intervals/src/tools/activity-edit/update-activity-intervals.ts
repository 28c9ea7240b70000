import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { WireInterval } from '../../client/wire/interval.ts';
import { intervalColumns, intervalRow } from '../../domain/activity/interval.ts';
import { type DrawnInterval, intervalActions, plannedEdit } from '../../domain/activity/interval-edit.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { sampleTimes } from '../../domain/activity/sample-at.ts';
import { activityId } from '../../params/index.ts';
import { listOf } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';

/** Longest list that fits an answer, as a result and for an undo. */
const MOST = 40;

const drawn = z.object({
  start_s: z.number().min(0),
  end_s: z.optional(z.number().min(1)),
  label: z.optional(z.string().max(80)),
});

export default defineTool({
  name: 'icu_update_activity_intervals',
  title: 'Edit the intervals of an activity',
  toolset: 'activity-edit',
  effect: 'update',
  userText: ['label'],
  description: 'Edits intervals of one activity: set replaces all, add lays over; edit, split, delete go by start_s.',
  input: z.object({
    activity_id: activityId,
    action: z.enum(intervalActions),
    intervals: listOf(drawn, 200),
  }),
  output: z.object({ ...rowsShape, undo: z.optional(z.record(z.string(), z.unknown())), ...notesShape }),
  examples: [
    { activity_id: 'i89000582', action: 'set', intervals: [{ start_s: 900, end_s: 1620, label: 'First' }] },
    { activity_id: 'i89000582', action: 'add', intervals: [{ start_s: 100, end_s: 160, label: 'Sprint' }] },
    { activity_id: 'i89000582', action: 'edit', intervals: [{ start_s: 0, label: 'Warm-up' }] },
    { activity_id: 'i89000582', action: 'split', intervals: [{ start_s: 450 }] },
    { activity_id: 'i89000582', action: 'delete', intervals: [{ start_s: 0 }] },
  ],
  handler: async (ctx, { activity_id, ...edit }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const [time, { icu_intervals: before }] = await Promise.all([
      sampleTimes(ctx.port, activity_id),
      ctx.port.activities.intervals({ activity: activity_id }),
    ]);
    const send = plannedEdit(edit, { activity: activity_id, time, stored: before });
    await ctx.confirm({
      summary: `Edit the intervals (${edit.action}) of "${activity.name ?? activity_id}"${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff: [{ field: 'intervals', before: before.map(line), after: `${edit.action} ${wanted(edit.intervals)}` }],
      notes: ['Intervals.icu measures everything anew, fills gaps with further intervals and decides which are rest.'],
      version: JSON.stringify(before.map(line)),
    });
    await send(ctx.port);
    const { icu_intervals: after } = await ctx.port.activities.intervals({ activity: activity_id });
    const rows = after.slice(0, MOST).map((interval) => intervalRow(interval, activity.type));
    return {
      ...present(toRows(rows, intervalColumns), athlete.units),
      ...(before.length <= MOST && { undo: { activity_id, action: 'set', intervals: before.map(asDrawn) } }),
      ...noted(
        `${before.length} intervals before, ${after.length} now, as Intervals.icu cut them.`,
        ...(after.length > MOST ? [`The first ${MOST} are shown; icu_get_activity_intervals has all.`] : []),
      ),
    };
  },
});

function line({ start_time, end_time, label }: WireInterval): string {
  return `${start_time}-${end_time} s${label === null ? '' : ` ${label}`}`;
}

function wanted(intervals: readonly DrawnInterval[]): string {
  return intervals.map(({ start_s, end_s, label }) => `${start_s}-${end_s ?? ''} s ${label ?? ''}`.trim()).join(', ');
}

function asDrawn({ start_time, end_time, label }: WireInterval): Record<string, unknown> {
  return { start_s: start_time, end_s: end_time, ...(label !== null && { label }) };
}
