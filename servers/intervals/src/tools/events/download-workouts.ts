import { Failure, fileShape, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { eventDay, hasSteps } from '../../domain/calendar/event.ts';
import { requireWholeFile } from '../../domain/calendar/workout-file.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const mediaTypes = {
  fit: 'application/vnd.ant.fit',
  zwo: 'application/xml',
  mrc: 'text/plain',
  erg: 'text/plain',
} as const;

export default defineTool({
  name: 'icu_download_workouts',
  title: 'Planned workout as a file',
  toolset: 'events',
  effect: 'read',
  files: 'out',
  description: 'Planned workouts or one of the library as a file; a range as a zip.',
  input: z.object({
    format: z.enum(['fit', 'zwo', 'mrc', 'erg']),
    event_id: z.optional(z.string()),
    workout_id: z.optional(z.string()).describe('Of icu_get_workout_library'),
    oldest,
    newest,
  }),
  output: z.object({ ...fileShape }),
  examples: [
    { format: 'zwo', event_id: '5000333' },
    { format: 'fit', oldest: '2026-10-15', newest: '2026-10-25' },
    { format: 'erg', workout_id: '900010' },
  ],
  handler: async (ctx, { format, event_id, workout_id, ...range }) => {
    const athlete = await ctx.athlete();
    const mediaType = mediaTypes[format];
    if (event_id !== undefined) {
      const event = await ctx.port.events.get({ athlete: athlete.id, event: event_id });
      if (!hasSteps(event)) throw noSteps(`Event ${event.id}`);
      const bytes = await ctx.port.eventsMany.downloadEvent({ athlete: athlete.id, event: event.id, format });
      requireWholeFile(format, bytes);
      return ctx.files.save(`${eventDay(event)} ${event.name ?? event.id}.${format}`, bytes, { mediaType });
    }
    if (workout_id !== undefined) {
      const workout = await ctx.port.library.getWorkout({ athlete: athlete.id, workout: workout_id });
      if (!hasSteps(workout)) throw noSteps(`Workout ${workout.id}`);
      const { name, type, description } = workout;
      const bytes = await ctx.port.eventsMany.convertWorkout({
        athlete: athlete.id,
        workout: { name, type, description },
        format,
      });
      requireWholeFile(format, bytes);
      return ctx.files.save(`${name ?? workout.id}.${format}`, bytes, { mediaType });
    }
    if (range.oldest === undefined || range.newest === undefined) {
      throw new Failure('bad_input', 'What to download is not named', {
        next: 'give event_id, workout_id, or oldest and newest',
      });
    }
    const window = windowOf(range, { oldest: range.oldest, newest: range.newest }, 92);
    const { items } = await ctx.port.events.list({ athlete: athlete.id, ...window, categories: ['WORKOUT'] });
    if (!items.some(hasSteps)) throw noSteps(`${window.oldest} to ${window.newest}`);
    const bytes = await ctx.port.eventsMany.downloadEvents({ athlete: athlete.id, ...window, format });
    requireWholeFile('zip', bytes);
    return ctx.files.save(`workouts ${window.oldest} ${window.newest} ${format}.zip`, bytes, {
      mediaType: 'application/zip',
    });
  },
});

function noSteps(what: string): Failure {
  return new Failure('bad_input', `${what} holds no steps, so there is nothing to write into a file`, {
    next: 'choose a workout that icu_get_calendar_events calls structured',
  });
}
