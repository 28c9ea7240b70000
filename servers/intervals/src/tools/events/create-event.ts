import { dayWithWeekday, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom, notTaken } from '../../answers/change.ts';
import { theOne } from '../../answers/event-write.ts';
import { newEntry } from '../../answers/new-entry.ts';
import { readBack } from '../../answers/outlook.ts';
import { conflicts } from '../../domain/calendar/conflicts.ts';
import { entryOf } from '../../domain/calendar/entry.ts';
import { isSession } from '../../domain/calendar/event.ts';
import { changes } from '../../domain/fields/write.ts';
import { recorded } from '../../domain/recorded.ts';
import { entryInput } from '../../params/calendar.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_event',
  title: 'Create a calendar entry',
  toolset: 'events',
  effect: 'create',
  userText: ['name', 'text'],
  description: 'Creates a race, phase, target, illness or other entry.',
  input: z.object({
    ...entryInput,
    values: z
      .optional(z.record(z.string(), z.unknown()))
      .describe('last_day, sport, text, planned_load, planned_time_s, target_load, availability, hidden…'),
  }),
  output: changeResult,
  examples: [
    { date: '2026-11-29', category: 'RACE_A', name: 'Gran Fondo', values: { sport: 'Ride', planned_load: 260 } },
    {
      date: '2026-10-26',
      category: 'SICK',
      name: 'Cold',
      values: { last_day: '2026-10-28', availability: 'UNAVAILABLE' },
    },
  ],
  handler: async (ctx, draft) => {
    const athlete = await ctx.athlete();
    const entry = newEntry(draft);
    const last = String(entry.shown.last_day ?? entry.date);
    const { items } = await ctx.port.events.list({ athlete: athlete.id, oldest: entry.date, newest: last });
    const same = items.find((event) => event.external_id === entry.external);
    if (same !== undefined) {
      const already = ['This entry is already there; nothing was written.'];
      return present({ written: false, item: recorded(entryOf(same)), notes: already }, athlete.units);
    }
    const diff = changes({}, entry.shown);
    await ctx.confirm({
      summary: `Create ${entry.category} "${entry.name}" on ${dayWithWeekday(entry.date)}${forWhom(athlete)}`,
      diff,
      notes: [...conflicts(items, undefined), ...affected(entry.category, items.filter(isSession).length)],
      day: entry.date,
    });
    const created = await ctx.port.events.upsert({ athlete: athlete.id, event: entry.body });
    const { event, outlook } = await readBack(ctx, theOne(created.items).id, entry.date);
    const after = entryOf(event);
    const item = { ...recorded(after), ...outlook };
    return present({ item, ...noted(...notTaken(diff, after)) }, athlete.units);
  },
});

function affected(category: string, sessions: number): string[] {
  const away = ['SICK', 'INJURED', 'HOLIDAY'].includes(category);
  return away && sessions > 0 ? [`${sessions} planned sessions lie in these days and stay as they are.`] : [];
}
