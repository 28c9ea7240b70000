import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { eventDay, eventRow } from '../../domain/calendar/event.ts';
import { recorded } from '../../domain/recorded.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_event',
  title: 'Delete a calendar entry',
  toolset: 'calendar',
  effect: 'delete',
  userText: ['name'],
  description: 'Deletes ONE calendar entry for good; always asks first.',
  input: z.object({ event_id: eventId }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), text: z.optional(z.string()) }),
  examples: [{ event_id: '5000334' }],
  handler: async (ctx, { event_id }) => {
    const athlete = await ctx.athlete();
    const event = await ctx.port.events.get({ athlete: athlete.id, event: event_id });
    if (event.athlete_cannot_edit === true) {
      throw new Failure('blocked', `The coach has locked event ${event.id}`, {
        next: 'tell the user to ask the coach',
      });
    }
    const day = eventDay(event);
    await ctx.confirm({
      summary: `Delete ${event.category} "${event.name ?? event.id}" of ${day}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff: [],
      ...(event.updated !== null && { version: event.updated }),
      ...(day !== null && { day }),
    });
    await ctx.port.events.remove({ athlete: athlete.id, event: event.id });
    const { items } =
      day === null
        ? { items: [] }
        : await ctx.port.events.listToChange({ athlete: athlete.id, oldest: day, newest: day });
    if (items.some(({ id }) => id === event.id)) {
      throw new Failure('upstream', `Intervals.icu confirmed the deletion of event ${event.id}, yet still lists it`, {
        next: 'look at the day again in a minute',
      });
    }
    return {
      deleted: recorded(eventRow(event)),
      ...(event.description !== null && event.description !== '' && { text: event.description }),
    };
  },
});
