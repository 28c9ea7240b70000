import { Failure, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { eventDay } from '../../domain/calendar/event.ts';
import { recorded } from '../../domain/recorded.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_mark_event_done',
  title: 'Mark a session done',
  toolset: 'events',
  effect: 'create',
  userText: ['name'],
  description: 'Records a planned workout as done.',
  input: z.object({ event_id: eventId }),
  output: z.object({
    written: z.optional(z.boolean()),
    done: z.record(z.string(), z.unknown()),
    ...notesShape,
  }),
  examples: [{ event_id: '5000332' }],
  handler: async (ctx, { event_id }) => {
    const athlete = await ctx.athlete();
    const event = await ctx.port.events.get({ athlete: athlete.id, event: event_id });
    const day = eventDay(event);
    if (event.category !== 'WORKOUT') {
      throw new Failure('bad_input', `Event ${event.id} is a ${event.category}, not a planned workout`, {
        next: 'use the id of a WORKOUT of icu_get_calendar_events',
      });
    }
    if (event.paired_activity_id !== null) {
      const done = { event_id: event.id, activity_id: event.paired_activity_id };
      return { written: false, done, notes: ['It was done already; nothing was written.'] };
    }
    if (day !== null && day > (await ctx.today())) {
      throw new Failure('bad_input', `Event ${event.id} is planned for ${day}, which is still to come`, {
        next: 'mark it on its day, or move it first with icu_update_planned_workout',
      });
    }
    await ctx.confirm({
      summary: `Record "${event.name ?? event.id}" of ${day} as done${forWhom(athlete)}`,
      diff: [
        { field: 'time_s', before: null, after: event.moving_time },
        { field: 'load', before: null, after: event.icu_training_load },
      ],
      notes: ['An activity that a device uploads later for the same session would count beside it.'],
      ...(event.updated !== null && { version: event.updated }),
      ...(day !== null && { day }),
    });
    const { id, moving_time, icu_training_load } = await ctx.port.eventsMany.markEventDone({
      athlete: athlete.id,
      event: event.id,
    });
    const { paired_activity_id: paired } = await ctx.port.events.get({ athlete: athlete.id, event: event.id });
    const done = recorded({
      event_id: event.id,
      activity_id: id ?? paired,
      date: day,
      name: event.name,
      time_s: moving_time,
      load: icu_training_load,
    });
    const unpaired = paired === null ? { notes: ['Intervals.icu has not paired it with the plan yet.'] } : {};
    return { done: present(done, athlete.units), ...unpaired };
  },
});
