import { Failure, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { alignWorkout } from '@core/metrics/alignment';
import type { WorkoutDoc } from '@core/workouts/intervals';
import { noted, notesShape } from '../../answers/notes.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { hasSteps } from '../../domain/calendar/event.ts';
import { workoutSettings } from '../../domain/calendar/settings.ts';
import { planSteps } from '../../domain/compare/plan.ts';
import { effortOf, measured, stretchesOf } from '../../domain/compare/recording.ts';
import { comparedColumns, comparedRow } from '../../domain/compare/rows.ts';
import { settingsThatDay } from '../../domain/compare/thresholds.ts';
import { compareTotals } from '../../domain/compare/totals.ts';
import { activityId, eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'icu_compare_planned_actual',
  title: 'Planned against done',
  toolset: 'activities',
  effect: 'read',
  userText: ['name', 'label'],
  description: 'Lays one activity over its planned workout, step by step; says so when the two do not fit.',
  input: z.object({ activity_id: activityId, event_id: z.optional(eventId) }),
  output: z.object({
    planned: group,
    done: group,
    work: z.optional(group),
    method: z.optional(z.string()),
    ...rowsShape,
    refused: z.optional(z.string()),
    ...notesShape,
  }),
  examples: [{ activity_id: 'i89000582' }],
  handler: async (ctx, { activity_id, event_id }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const planned = event_id ?? activity.paired_event_id;
    if (planned === null) {
      throw new Failure('not_found', `Activity ${activity_id} is not paired with a planned workout`, {
        next: 'find the workout of that day with icu_get_calendar_events and give its id as event_id',
      });
    }
    const [event, profile, { icu_intervals }] = await Promise.all([
      ctx.port.events.get({ athlete: athlete.id, event: planned }),
      ctx.port.athletes.profile({ athlete: athlete.id }),
      ctx.port.activities.intervals({ activity: activity_id }),
    ]);
    const indoor = activity.trainer === true || event.indoor === true;
    const settings = settingsThatDay(
      workoutSettings(profile, event.type ?? activity.type ?? 'Other', indoor),
      activity,
    );
    const plan = hasSteps(event) ? planSteps(event.workout_doc as unknown as WorkoutDoc, settings, indoor) : undefined;
    const totals = compareTotals(event, activity);
    const refused = (reason: string) =>
      present(
        {
          ...totals,
          columns: [],
          rows: [],
          refused: reason,
          ...noted('The steps could not be compared; the totals stand.'),
        },
        athlete.units,
      );
    if (plan === undefined) return refused('the planned workout has no steps with a target');
    const { items } = await ctx.port.activities.streams({
      activity: activity_id,
      types: ['time', measured[plan.measure].stream],
    });
    const effort = effortOf(items, plan.measure);
    if (effort === undefined) return refused(`the activity has no ${plan.measure} to hold against the plan`);
    const laps = stretchesOf(icu_intervals, effort.length);
    const aligned = alignWorkout({ steps: plan.steps, laps, effort });
    if (aligned.value === null) return refused(aligned.detail);
    const rows = aligned.value.steps.map((step) =>
      comparedRow(step, plan.steps[step.step]!, plan.measure, activity.type),
    );
    return present(
      {
        ...totals,
        work: { met: aligned.value.work.met, of: aligned.value.work.planned },
        method: aligned.value.by === 'laps' ? 'by the intervals of Intervals.icu' : 'found in the recording',
        ...toRows(rows, comparedColumns),
        ...noted(
          'duration is met within 5 s or 10 %, effort when the average lies in the target or 3 % beside it; targets use the thresholds of that day.',
          ...aligned.warnings.map(({ detail }) => detail),
        ),
      },
      athlete.units,
    );
  },
});
