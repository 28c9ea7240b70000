import { addDays, noted, notesShape, present, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { eventCategories, eventColumns, eventRow } from '../../domain/calendar/event.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const kinds = {
  workouts: ['WORKOUT'],
  races: ['RACE_A', 'RACE_B', 'RACE_C'],
  notes: ['NOTE'],
  availability: ['HOLIDAY', 'SICK', 'INJURED'],
  plan: ['PLAN', 'TARGET', 'SEASON_START'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export default defineTool({
  name: 'icu_get_calendar_events',
  title: 'Calendar',
  toolset: 'calendar',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  userText: ['name'],
  description:
    'What is PLANNED: workouts, races, notes, illness, targets; this week by default. Steps: icu_get_event. Done: icu_get_activities_by_date.',
  input: z.object({
    oldest,
    newest,
    kind: z.optional(z.enum(['workouts', 'races', 'notes', 'availability', 'plan'])),
  }),
  output: z.object({ ...rowsShape, oldest: z.string(), newest: z.string(), ...notesShape }),
  examples: [{}, { kind: 'races', newest: '2027-03-31' }],
  handler: async (ctx, { kind, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: today, newest: addDays(today, 6) }, 732);
    const wantedKinds = kind === undefined ? eventCategories : kinds[kind];
    const categories = kind === undefined ? {} : { categories: kinds[kind] };
    const { items, skipped } = await ctx.port.events.list({ athlete: athlete.id, ...window, ...categories });
    const wanted = items.filter(({ category }) => (wantedKinds as readonly (string | null)[]).includes(category));
    const failed = wanted.filter(({ push_errors }) => push_errors.length > 0);
    const notes = [
      ...(wanted.length === 0 ? ['Nothing of this kind is planned in this window.'] : []),
      ...failed.map(
        ({ id, push_errors }) => `Event ${id} did not reach ${push_errors.map(({ service }) => service).join(', ')}.`,
      ),
      ...skippedNote(skipped, 'entries'),
    ];
    return {
      ...window,
      ...present(toRows(wanted.map(eventRow), eventColumns), athlete.units),
      ...noted(...notes),
    };
  },
});
