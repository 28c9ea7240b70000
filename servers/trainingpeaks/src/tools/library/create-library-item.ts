import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { itemResult, itemThere, reportItem } from '../../answers/template-write.ts';
import { asPlan, newItem, templateDiff, templatePatch } from '../../domain/library/template.ts';
import { contentHash, planCopy } from '../../domain/workouts/body.ts';
import { requireOwnLibrary } from '../../library/stored.ts';
import { numericId } from '../../params/index.ts';
import { templateName, templateShape, templateSport } from '../../params/template.ts';
import { defineTool } from '../../tool.ts';
import { givenSession, givenSport } from '../../workouts/given.ts';

export default defineTool({
  name: 'tp_create_library_item',
  title: 'Create a template',
  toolset: 'library',
  effect: 'create',
  athleteScope: 'none',
  userText: ['item'],
  description: 'Stores a template, or a workout of yours as one.',
  input: z.object({
    library_id: numericId,
    name: templateName,
    sport: templateSport,
    workout_id: z.optional(numericId),
    ...templateShape,
  }),
  output: itemResult,
  examples: [
    {
      library_id: '2100001',
      name: '3x10 tempo',
      sport: 'Bike',
      steps: [
        { for: '15min', at: '50-65% FTP', kind: 'warmup' },
        {
          repeat: 3,
          steps: [
            { for: '10min', at: '80-85% FTP' },
            { for: '5min', at: '50% FTP', kind: 'rest' },
          ],
        },
      ],
    },
  ],
  handler: async (ctx, { library_id: library, workout_id: workout, sport, subtype, ...edit }) => {
    const me = await ctx.self();
    const { libraryName } = await requireOwnLibrary(ctx.port, library);
    const source = workout === undefined ? undefined : await ctx.port.workouts.get({ athlete: me.id, workout });
    const chosen = await givenSport(ctx.port, { sport, subtype }, source);
    const sportId = chosen?.sport ?? source?.workoutTypeValueId;
    if (sportId === undefined || sportId === null) {
      throw new Failure('bad_input', 'A template needs a `sport`', { next: 'add e.g. "sport":"Bike"' });
    }
    const session = await givenSession(ctx.port, me.id, sportId, edit);
    const patch = {
      ...(source !== undefined && planCopy(source, source.workoutDay ?? '')),
      ...templatePatch(edit, chosen, session),
    };
    const body = newItem(library, patch);
    const hash = contentHash(asPlan(body));
    const { items } = await ctx.port.library.items({ library });
    const same = items.find(({ whole }) => contentHash(asPlan(whole)) === hash);
    if (same !== undefined) {
      return itemThere(same, library, me.units, 'The library holds this template already; nothing was written.');
    }
    const notes = session?.notes ?? [];
    await ctx.confirm({
      summary: `Store the template "${edit.name}" in the library "${libraryName}"`,
      diff: templateDiff(undefined, body),
      notes: [...notes],
    });
    const { exerciseLibraryItemId: id } = await ctx.port.library.createItem({ library, body });
    return reportItem({ port: ctx.port, units: me.units }, { library, id, sent: body, notes });
  },
});
