import { day, Failure, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { eventResult, presentEvent } from '../../answers/event-write.ts';
import { eventDiff, eventOf, newEvent } from '../../domain/calendar/event.ts';
import { eventType } from '../../domain/calendar/event-types.ts';
import { eventName, eventParams } from '../../params/event.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_create_event',
  title: 'Add an event',
  toolset: 'calendar-edit',
  effect: 'create',
  userText: ['name', 'description', 'comment', 'goals'],
  description: 'Puts a race or other event on the calendar.',
  input: z.object({ name: eventName, date: day, ...eventParams }),
  output: eventResult,
  examples: [{ name: 'Autumn 10k', date: '2026-11-22', event_type: 'RunningRoad', priority: 'B', distance_km: 10 }],
  handler: async (ctx, { event_type, ...rest }) => {
    const edit = { ...rest, ...(event_type !== undefined && { event_type: eventType(event_type) }) };
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const onDay = async () =>
      (await ctx.port.events.list({ athlete: athlete.id, oldest: edit.date, newest: edit.date })).items;
    const before = await onDay();
    const same = before.find(({ name }) => name === edit.name);
    if (same !== undefined) {
      const event = presentEvent(same, today, athlete);
      return {
        written: false,
        event,
        ...noted('An event of this name is already there on that day; nothing was written.'),
      };
    }
    const body = newEvent(athlete.id, edit);
    const wanted = eventOf({ ...body, id: '0' });
    await ctx.confirm({
      summary: `Add event "${edit.name}" on ${edit.date}${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff: eventDiff(undefined, wanted),
      notes: before.map(({ name }) => `The day already holds the event "${name}".`),
      day: edit.date,
    });
    const created = await ctx.port.events.create({ athlete: athlete.id, event: body });
    const id = created?.id ?? created?.eventId ?? null;
    const known = new Set(before.map((event) => event.id));
    const found = await orUndefined(onDay());
    if (found === undefined) {
      const { event_id: _none, ...event } = presentEvent(wanted, today, athlete);
      return { event: { ...(id !== null && { event_id: id }), ...event }, ...noted(NOT_READ_BACK) };
    }
    const stored = found.find((event) => event.id === id || (!known.has(event.id) && event.name === edit.name));
    if (stored === undefined) {
      throw new Failure('ambiguous_write', 'TrainingPeaks accepted the event, but the day does not hold it', {
        next: 'look at tp_get_events before adding it again',
      });
    }
    const lost = eventDiff(stored, wanted).map(({ field }) => field);
    return {
      event: presentEvent(stored, today, athlete),
      ...(lost.length > 0 && noted(`TrainingPeaks stored something else for: ${lost.join(', ')}.`)),
    };
  },
});
