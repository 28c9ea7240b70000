import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { toAthlete } from '../../domain/athlete/athlete.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_list_athletes',
  title: 'Athletes',
  toolset: 'athlete',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 50, max: 200 },
  userText: ['name', 'tags'],
  description: 'Everyone this key can see: ids and names for `athlete`.',
  input: z.object({ name: z.optional(z.string()), tag: z.optional(z.string()) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx, { name, tag }) => {
    const self = await ctx.self();
    const { items, skipped } = await ctx.port.athletes.list();
    const wanted = (text: string, part: string | undefined) =>
      part === undefined || text.toLowerCase().includes(part.toLowerCase());
    const rows = items
      .map((wire) => ({ wire, athlete: toAthlete(wire, self.id) }))
      .filter(
        ({ wire, athlete }) =>
          wanted(athlete.name, name) && (tag === undefined || wire.icu_tags.some((label) => wanted(label, tag))),
      )
      .map(({ wire, athlete }) => ({
        id: athlete.id,
        name: athlete.name,
        you: athlete.isSelf ? true : null,
        may: athlete.isSelf ? 'write' : (wire.icu_permission?.toLowerCase() ?? null),
        time_zone: athlete.timeZone ?? null,
        tags: wire.icu_tags.length > 0 ? wire.icu_tags.join(', ') : null,
      }));
    return {
      ...toRows(rows, ['id', 'name', 'you', 'may', 'time_zone', 'tags']),
      ...noted(...skippedNote(skipped, 'athletes')),
    };
  },
});
