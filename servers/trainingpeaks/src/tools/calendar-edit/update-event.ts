import { noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { eventResult, findEvent, presentEvent, refuseLockedEvent } from '../../answers/event-write.ts';
import { changedEvent, eventDiff, eventOf } from '../../domain/calendar/event.ts';
import { eventType } from '../../domain/calendar/event-types.ts';
import { versionOf } from '../../domain/version.ts';
import { eventId, eventName, eventParams, optionalDay } from '../../params/event.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_update_event',
  title: 'Change an event',
  toolset: 'calendar-edit',
  effect: 'update',
  userText: ['name', 'description', 'comment', 'goals'],
  description: 'Changes an event; workout_ids become its legs.',
  input: z.object({
    event_id: eventId,
    name: z.optional(eventName),
    date: optionalDay,
    ...eventParams,
    workout_ids: z.optional(z.array(numericId)),
  }),
  output: eventResult,
  examples: [{ event_id: '800004', priority: 'A' }],
  handler: async (ctx, { event_id, event_type, ...rest }) => {
    const edit = { ...rest, ...(event_type !== undefined && { event_type: eventType(event_type) }) };
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const event = await findEvent(ctx.port, athlete.id, event_id, today);
    refuseLockedEvent(event);
    const body = changedEvent(event, edit);
    const wanted = eventOf(body);
    const diff = eventDiff(event, wanted);
    if (diff.length === 0) {
      return {
        written: false,
        event: presentEvent(event, today, athlete),
        ...noted('Nothing to change: it already is so.'),
      };
    }
    const held = edit.workout_ids ?? [];
    // A workout that does not exist would be dropped in silence.
    await Promise.all(held.map((workout) => ctx.port.workouts.get({ athlete: athlete.id, workout })));
    await ctx.confirm({
      summary: `Change event "${event.name}" of ${event.eventDate}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff,
      version: versionOf(event.whole),
      ...(wanted.eventDate !== null && { day: wanted.eventDate }),
    });
    await ctx.port.events.update({ athlete: athlete.id, event: body });
    const stored = await orUndefined(findEvent(ctx.port, athlete.id, event_id, today));
    if (stored === undefined)
      return { event: presentEvent(wanted, today, athlete), changed: diff, ...noted(NOT_READ_BACK) };
    const lost = eventDiff(stored, wanted).map(({ field }) => field);
    return {
      event: presentEvent(stored, today, athlete),
      changed: diff,
      ...(lost.length > 0 && noted(`TrainingPeaks stored something else for: ${lost.join(', ')}.`)),
    };
  },
});
