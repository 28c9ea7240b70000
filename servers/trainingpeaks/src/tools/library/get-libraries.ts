import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { ownerId } from '../../library/stored.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_libraries',
  title: 'Workout libraries',
  toolset: 'library',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 50, max: 200 },
  userText: ['name', 'owner'],
  description: 'Libraries of workout templates.',
  input: z.object({}),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async ({ port }) => {
    const [{ items, skipped }, me] = await Promise.all([port.library.list(), ownerId(port)]);
    const rows = items.map((library) => ({
      library_id: library.exerciseLibraryId,
      name: library.libraryName,
      owner: library.ownerName,
      own: library.ownerId === me && library.isDefaultContent !== true ? true : null,
    }));
    return {
      ...toRows(rows, ['library_id', 'name', 'owner', 'own']),
      ...noted(...skippedNote(skipped, 'libraries')),
    };
  },
});
