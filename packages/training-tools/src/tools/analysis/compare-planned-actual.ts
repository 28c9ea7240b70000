import { Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { alignWorkout } from '@core/metrics/alignment';
import { aboutShape, closing, group } from '../../answer/notes.ts';
import { stepColumns, stepRow } from '../../comparison/steps.ts';
import { plannedAndDone } from '../../comparison/totals.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import type { Activity, SessionInFull } from '../../ports/index.ts';
import { open } from '../../recording/opened.ts';

export default defineSharedTool({
  name: 'compare_planned_actual',
  title: 'Plan against done',
  toolset: 'analysis',
  effect: 'read',
  needs: ['activities', 'calendar'],
  userText: ['name', 'label'],
  description: 'Lays one activity over its planned workout, step by step; says so when the two do not fit.',
  input: z.object({ activity_id: z.string(), event_id: z.optional(z.string()) }),
  output: z.object({
    ...aboutShape,
    planned: group,
    done: group,
    work: z.optional(group),
    ...rowsShape,
    refused: z.optional(z.string()),
  }),
  examples: ({ activityId }) => [{ activity_id: activityId }],
  handler: async (ctx, { activity_id, event_id }) => {
    const athlete = await ctx.athlete();
    const activity = await ctx.ports.activities.get(athlete, activity_id);
    const id = event_id ?? activity.plannedId;
    if (id === null) {
      throw new Failure('not_found', `Activity ${activity_id} is not paired with a planned workout`, {
        next: `find the workout planned for ${activity.day} and give its id as event_id`,
      });
    }
    const session = await ctx.ports.calendar.session(athlete, { id, activityId: activity_id });
    const compared = await laidOver(ctx, activity, session);
    return {
      as_of: activity.day,
      ...plannedAndDone(session.entry, activity),
      ...compared,
    };
  },
});

async function laidOver(ctx: TrainingContext<'activities' | 'calendar'>, activity: Activity, { plan }: SessionInFull) {
  const refused = (reason: string, coverage: Record<string, unknown> = {}) => ({
    method: 'totals only',
    coverage,
    columns: [],
    rows: [],
    refused: reason,
    ...closing(
      ['The steps could not be compared; the totals stand.'],
      [ctx.call('analyze_activity', { activity_id: activity.id })],
    ),
  });
  if (plan === null) return refused('the planned workout has no steps with a target');
  const { grid, laps, lapSource } = open(
    activity.id,
    await ctx.ports.activities.recording(await ctx.athlete(), activity.id),
  );
  const channel = ({ power: 'power', heart_rate: 'heart_rate', speed: 'speed' } as const)[plan.measure];
  const effort = grid.channels[channel];
  const words = plan.measure === 'heart_rate' ? 'heart rate' : plan.measure;
  if (effort === undefined) return refused(`the activity has no ${words} to hold against the plan`);
  const stretches = laps.map(({ fromS, toS }) => ({ from: fromS, to: toS }));
  const aligned = alignWorkout({ steps: plan.steps, laps: stretches, effort });
  const coverage = { laps: laps.length, lap_source: lapSource ?? 'none', steps: plan.steps.length };
  if (aligned.value === null) return refused(aligned.detail, coverage);
  const { by, steps, work } = aligned.value;
  return {
    method: `${by === 'laps' ? (lapSource === 'device' ? 'by the device’s laps' : `by the intervals of ${ctx.platform}`) : 'found in the recording'}, against ${words}`,
    coverage: {
      ...coverage,
      steps_done: steps.filter(({ place }) => place !== null).length,
      [`${words.replace(' ', '_')}_pct`]: 100 * (aligned.coverage ?? 1),
    },
    work: { met: work.met, of: work.planned },
    ...toRows(
      steps.map((step) => stepRow(step, plan, activity.family)),
      stepColumns,
    ),
    ...closing(
      [
        'duration is met within 5 s or 10 %, effort when the average lies in the target or 3 % beside it; targets use the thresholds of that day.',
        ...aligned.warnings.map(({ detail }) => detail),
      ],
      [ctx.call('find_similar', { activity_id: activity.id })],
    ),
  };
}
