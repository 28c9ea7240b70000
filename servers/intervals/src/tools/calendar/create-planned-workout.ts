import { day, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { step } from '@core/workouts';
import { theOne, writeResult } from '../../answers/event-write.ts';
import { noted } from '../../answers/notes.ts';
import { conflicts } from '../../domain/calendar/conflicts.ts';
import { externalId } from '../../domain/calendar/idempotency.ts';
import { compileWorkout, readDraft } from '../../domain/calendar/planned-workout.ts';
import { differences, understood } from '../../domain/calendar/read-back.ts';
import { workoutSettings } from '../../domain/calendar/settings.ts';
import { newWorkoutDiff } from '../../domain/calendar/workout-diff.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_planned_workout',
  title: 'Plan a workout',
  toolset: 'calendar',
  effect: 'create',
  userText: ['steps'],
  description: 'Plans a structured workout and reads it back.',
  input: z.object({
    date: day,
    sport,
    name: z.string().min(1).max(80),
    steps: z.array(step),
    description: z.optional(z.string().max(2000)),
    indoor: z.optional(z.boolean()),
  }),
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
  handler: async (ctx, { date, sport, name, steps, description, indoor = false }) => {
    const athlete = await ctx.athlete();
    const draft = readDraft({ sport, name, description, steps });
    const [profile, { items: that }] = await Promise.all([
      ctx.port.athletes.profile({ athlete: athlete.id }),
      ctx.port.events.list({ athlete: athlete.id, oldest: date, newest: date }),
    ]);
    const settings = workoutSettings(profile, sport, indoor);
    const compiled = compileWorkout(draft, settings);
    const external = externalId('workout', athlete.id, date, sport, name, compiled.text, String(indoor));
    const same = that.find((event) => event.external_id === external);
    if (same !== undefined) {
      return present(
        {
          written: false,
          workout: understood(same),
          notes: ['This workout is already on that day; nothing was written.'],
        },
        athlete.units,
      );
    }
    await ctx.confirm({
      summary: `Plan "${name}" (${sport}) on ${date}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff: newWorkoutDiff(compiled),
      notes: [...compiled.notes, ...conflicts(that, undefined)],
      day: date,
    });
    const { items } = await ctx.port.events.upsert({
      athlete: athlete.id,
      event: {
        category: 'WORKOUT',
        type: sport,
        start_date_local: `${date}T00:00:00`,
        name,
        description: compiled.text,
        external_id: external,
        ...(indoor && { indoor }),
      },
    });
    const stored = await ctx.port.events.get({ athlete: athlete.id, event: theOne(items).id });
    const notes = [...compiled.notes, ...differences(compiled, stored, settings)];
    return present({ workout: understood(stored), ...noted(...notes) }, athlete.units);
  },
});
