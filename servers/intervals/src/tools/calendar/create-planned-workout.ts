import { dayWithWeekday, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { theOne, writeResult } from '../../answers/event-write.ts';
import { alreadyThere, newWorkout } from '../../answers/new-workout.ts';
import { readBack } from '../../answers/outlook.ts';
import { workoutText } from '../../answers/workout-text.ts';
import { conflicts, pastNote } from '../../domain/calendar/conflicts.ts';
import { deviceSettings, verdictOf } from '../../domain/calendar/delivery.ts';
import { readDraft } from '../../domain/calendar/planned-workout.ts';
import { differences, understood } from '../../domain/calendar/read-back.ts';
import { newWorkoutDiff } from '../../domain/calendar/workout-diff.ts';
import { workoutInput } from '../../params/calendar.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_planned_workout',
  title: 'Plan a workout',
  toolset: 'calendar',
  effect: 'create',
  userText: ['steps'],
  description: 'Plans a workout by steps, or with steps: [] in words, and reads it back.',
  input: z.object(workoutInput),
  output: writeResult,
  examples: [
    {
      date: '2026-12-01',
      sport: 'Ride',
      name: '2x20 sweet spot',
      steps: [
        { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' },
        {
          repeat: 2,
          steps: [
            { for: '20min', at: '88-94% FTP' },
            { for: '5min', at: '50% FTP' },
          ],
        },
        { for: '10min', at: '50% FTP', kind: 'cooldown' },
      ],
    },
  ],
  text: workoutText,
  handler: async (ctx, draft) => {
    const { date, sport, name } = draft;
    const athlete = await ctx.athlete();
    readDraft(draft);
    const today = await ctx.today();
    const [profile, { items: that }] = await Promise.all([
      ctx.port.athletes.profile({ athlete: athlete.id }),
      ctx.port.events.list({ athlete: athlete.id, oldest: date, newest: date }),
    ]);
    const { compiled, settings, external, body } = newWorkout(draft, athlete.id, profile);
    const same = alreadyThere(that, external);
    if (same !== undefined) {
      const already = 'This workout is already on that day; nothing was written.';
      return present({ written: false, workout: understood(same), notes: [already] }, athlete.units);
    }
    const known = [...compiled.notes, ...pastNote(date, today), ...conflicts(that, undefined)];
    await ctx.confirm({
      summary: `Plan "${name}" (${sport}) on ${dayWithWeekday(date)}${forWhom(athlete)}`,
      diff: newWorkoutDiff(compiled),
      notes: known,
      day: date,
    });
    const { items } = await ctx.port.events.upsert({ athlete: athlete.id, event: body });
    const { event, outlook } = await readBack(ctx, theOne(items).id, date);
    const notes = [...known, ...differences(compiled, event, settings)];
    const workout = { ...understood(event), device: verdictOf(event, deviceSettings(profile), today), ...outlook };
    return present({ workout, ...noted(...notes) }, athlete.units);
  },
});
