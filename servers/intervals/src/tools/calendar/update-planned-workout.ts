import { day, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { requireEditable, writeResult } from '../../answers/event-write.ts';
import { readBack } from '../../answers/outlook.ts';
import { workoutText } from '../../answers/workout-text.ts';
import { conflicts, pastNote } from '../../domain/calendar/conflicts.ts';
import { deviceSettings, verdictOf } from '../../domain/calendar/delivery.ts';
import { editedWorkout } from '../../domain/calendar/edited-workout.ts';
import { eventDay } from '../../domain/calendar/event.ts';
import { compileWorkout, storedLosses } from '../../domain/calendar/planned-workout.ts';
import { differences, understood } from '../../domain/calendar/read-back.ts';
import { workoutSettings } from '../../domain/calendar/settings.ts';
import { workoutDiff } from '../../domain/calendar/workout-diff.ts';
import { workoutPatch } from '../../domain/calendar/workout-patch.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_planned_workout',
  title: 'Change a planned workout',
  toolset: 'calendar',
  effect: 'update',
  userText: ['steps'],
  description: 'Moves, renames or rewrites a planned workout; what is not named stays.',
  input: z.object({
    event_id: eventId,
    date: z.optional(day),
    name: z.optional(z.string().min(1).max(80)),
    steps: z.optional(z.array(z.unknown()).describe('All, as for icu_create_planned_workout')),
    description: z.optional(z.string().max(2000)),
  }),
  output: writeResult,
  examples: [{ event_id: '5000333', name: 'Easy endurance' }],
  text: workoutText,
  handler: async (ctx, { event_id, date, name, steps, description }) => {
    const athlete = await ctx.athlete();
    const event = await ctx.port.events.get({ athlete: athlete.id, event: event_id });
    requireEditable(event, ['WORKOUT'], 'use icu_update_note for a note; races and plans are changed on Intervals.icu');
    const sport = event.type ?? 'Other';
    const profile = await ctx.port.athletes.profile({ athlete: athlete.id });
    const settings = workoutSettings(profile, sport, event.indoor === true);
    const edit = { date: date ?? eventDay(event) ?? '', name: name ?? event.name ?? sport };
    const compiled =
      steps === undefined && description === undefined
        ? undefined
        : compileWorkout(editedWorkout(event, edit.name, { steps, description }), settings);
    const today = await ctx.today();
    const diff = workoutDiff(event, edit, compiled);
    if (diff.length === 0) {
      return present(
        { written: false, workout: understood(event), notes: ['Nothing to change: the workout already is so.'] },
        athlete.units,
      );
    }
    const newDay = { athlete: athlete.id, oldest: edit.date, newest: edit.date };
    const that = date === undefined ? [] : (await ctx.port.events.list(newDay)).items;
    const known = [
      ...(compiled?.notes ?? []),
      ...(date === undefined ? [] : pastNote(date, today)),
      ...conflicts(that, event.id),
    ];
    await ctx.confirm({
      summary: `Change planned workout "${event.name ?? event.id}" of ${eventDay(event)}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff,
      notes: [
        ...known,
        ...(compiled === undefined ? [] : storedLosses(event).map((loss) => `Rewriting drops ${loss}`)),
        ...doneNote(event.paired_activity_id),
      ],
      ...(event.updated !== null && { version: event.updated }),
      day: edit.date,
    });
    await ctx.port.events.update({ athlete: athlete.id, event: event.id, patch: workoutPatch(event, diff) });
    const { event: stored, outlook } = await readBack(ctx, event.id, edit.date);
    const notes = [...known, ...(compiled === undefined ? [] : differences(compiled, stored, settings))];
    const workout = { ...understood(stored), device: verdictOf(stored, deviceSettings(profile), today), ...outlook };
    return present({ workout, changed: diff, ...noted(...notes) }, athlete.units);
  },
});

function doneNote(activity: string | null): string[] {
  return activity === null ? [] : [`It was already done: activity ${activity}.`];
}
