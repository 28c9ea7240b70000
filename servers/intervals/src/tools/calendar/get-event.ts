import { noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { workoutText } from '../../answers/workout-text.ts';
import { eventRow, hasSteps } from '../../domain/calendar/event.ts';
import { stepsOf, storedLosses, storedWorkout } from '../../domain/calendar/planned-workout.ts';
import { utcMinute } from '../../domain/local-time.ts';
import { recorded } from '../../domain/recorded.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_event',
  title: 'Calendar entry',
  toolset: 'calendar',
  effect: 'read',
  userText: ['name', 'text', 'steps'],
  description: 'One calendar entry in full, with its steps as icu_update_planned_workout takes them.',
  input: z.object({ event_id: eventId }),
  output: z.object({
    event: z.record(z.string(), z.unknown()),
    steps: z.optional(z.array(z.unknown())),
    text: z.optional(z.string()),
    delivery_errors: z.optional(z.array(z.string())),
    ...notesShape,
  }),
  examples: [{ event_id: '5000333' }],
  text: workoutText,
  handler: async (ctx, { event_id }) => {
    const athlete = await ctx.athlete();
    const event = await ctx.port.events.get({ athlete: athlete.id, event: event_id });
    const errors = event.push_errors.map(
      ({ service, message }) => `${service ?? 'device'}: ${message ?? 'not delivered'}`,
    );
    return present(
      {
        event: recorded({
          ...eventRow(event),
          projected_ctl: event.icu_ctl,
          projected_atl: event.icu_atl,
          plan: event.plan_name,
          updated: utcMinute(event.updated),
        }),
        ...(hasSteps(event) && { steps: stepsOf(storedWorkout(event)) }),
        ...(event.description !== null && event.description !== '' && { text: event.description }),
        ...(errors.length > 0 && { delivery_errors: errors }),
        ...noted(
          ...(event.icu_ctl === null ? [] : ['projected_: by Intervals.icu, for the evening of that day.']),
          ...storedLosses(event),
        ),
      },
      athlete.units,
    );
  },
});
