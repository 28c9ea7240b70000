import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { segmentColumns, segmentRow } from '../../domain/segment.ts';
import { readSegments } from '../../domain/segment-pages.ts';
import { athleteWords } from '../../language/athlete.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_list_segments_collected',
  title: 'Collected segments',
  toolset: 'segments',
  effect: 'read',
  paged: { limit: 20, max: 100 },
  userText: ['title'],
  description: 'Segments that the athlete has starred, with own and best times. China region only.',
  input: z.object({}),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const { units } = await ctx.athlete();
    const words = athleteWords(ctx.port.language);
    const { items, skipped } = await readSegments(ctx.port.segments.collected);
    const notes = items.length === 0 ? [words.noneStarred] : [];
    return present(
      { ...toRows(items.map(segmentRow), segmentColumns), ...noted(...notes, ...words.skipped(skipped, 'segments')) },
      units,
    );
  },
});
