import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { findEvent, presentEvent, refuseLockedEvent } from '../../answers/event-write.ts';
import { versionOf } from '../../domain/version.ts';
import { eventId } from '../../params/event.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_event',
  title: 'Delete an event',
  toolset: 'calendar-edit',
  effect: 'delete',
  userText: ['name', 'description', 'comment', 'goals'],
  description: 'Deletes an event for good; its workouts stay.',
  input: z.object({ event_id: eventId }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ event_id: '800004' }],
  handler: async (ctx, { event_id }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const event = await findEvent(ctx.port, athlete.id, event_id, today);
    refuseLockedEvent(event);
    const { eventDate } = event;
    await ctx.confirm({
      summary: `Delete event "${event.name}" of ${eventDate}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff: [],
      version: versionOf(event.whole),
      ...(eventDate !== null && { day: eventDate }),
    });
    await ctx.port.events.remove({ athlete: athlete.id, event: event.id });
    const window = { oldest: eventDate ?? today, newest: eventDate ?? today };
    const left = await orUndefined(ctx.port.events.list({ athlete: athlete.id, ...window }));
    if (left?.items.some(({ id }) => id === event.id)) {
      throw new Failure('upstream', 'TrainingPeaks confirmed the deletion, yet still lists the event', {
        next: 'look at tp_get_events again in a minute',
      });
    }
    return { deleted: presentEvent(event, today, athlete), ...(left === undefined && noted(NOT_READ_BACK)) };
  },
});
