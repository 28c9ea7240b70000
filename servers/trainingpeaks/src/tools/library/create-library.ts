import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { libraryNamed, ownerId } from '../../library/stored.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_create_library',
  title: 'Create a library',
  toolset: 'library',
  effect: 'create',
  athleteScope: 'none',
  userText: ['name'],
  description: 'Creates a library for workout templates; one of the same name is kept.',
  input: z.object({ name: z.string().trim().min(1).max(100) }),
  output: z.object({
    written: z.optional(z.boolean()),
    library_id: z.string(),
    name: z.string().nullable(),
    ...notesShape,
  }),
  examples: [{ name: 'Race weeks' }],
  handler: async (ctx, { name }) => {
    const [{ items }, owner] = await Promise.all([ctx.port.library.list(), ownerId(ctx.port)]);
    const same = libraryNamed(items, name, owner);
    if (same !== undefined) {
      const { exerciseLibraryId, libraryName } = same;
      return {
        written: false,
        library_id: exerciseLibraryId,
        name: libraryName,
        ...noted('This library exists already; nothing was written.'),
      };
    }
    await ctx.confirm({
      summary: `Create the library "${name}"`,
      diff: [{ field: 'library', before: null, after: name }],
    });
    const { exerciseLibraryId: id } = await ctx.port.library.create({ name, owner });
    const there = await orUndefined(ctx.port.library.list());
    const stored = there?.items.find(({ exerciseLibraryId }) => exerciseLibraryId === id);
    return {
      library_id: id,
      name: stored?.libraryName ?? name,
      ...(stored === undefined && noted(there === undefined ? NOT_READ_BACK : 'TrainingPeaks does not list it yet.')),
    };
  },
});
