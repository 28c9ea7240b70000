import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { placeColumns, placeRow } from '../../domain/segment.ts';
import { athleteWords } from '../../language/athlete.ts';
import { defineTool } from '../../tool.ts';

const ROWS = 30;

export default defineTool({
  name: 'igp_get_segment_rank',
  title: 'Segment leaderboard',
  toolset: 'segments',
  effect: 'read',
  userText: ['name'],
  description: 'Leaderboard of a segment, 30 places a page, with the athlete’s own place. China region only.',
  input: z.object({
    segment_id: z.string(),
    period: z.enum(['all_time', 'year']).optional().describe('Default all_time'),
    page: z.number().int().min(1).max(1000).optional().describe('From 1'),
  }),
  output: z.object({
    segment_id: z.string(),
    period: z.string(),
    page: z.number(),
    places: z.union([z.number(), z.null()]),
    own_place: z.union([z.record(z.string(), z.unknown()), z.null()]),
    ...rowsShape,
    ...notesShape,
  }),
  examples: [{ segment_id: '70110021' }],
  handler: async (ctx, { segment_id: segment, period = 'all_time', page = 1 }) => {
    const { units } = await ctx.athlete();
    const words = athleteWords(ctx.port.language);
    const query = { segment, page, rows: ROWS, period: period === 'year' ? 2 : 1 } as const;
    const { rankList, personalRank } = await ctx.port.segments.ranking(query);
    const rows = rankList?.rows ?? { items: [], skipped: 0 };
    const places = rankList?.totalRows ?? null;
    const more = places !== null && page * ROWS < places;
    const notes = [
      ...words.skipped(rows.skipped, 'places'),
      ...(rows.items.length === 0 ? [words.nobody] : []),
      ...(personalRank === null ? [words.notPlaced] : []),
      ...(more ? [words.morePlaces(String(page + 1))] : []),
    ];
    const answer = {
      segment_id: segment,
      period,
      page,
      places,
      own_place: personalRank && placeRow(personalRank),
      ...toRows(rows.items.map(placeRow), placeColumns),
    };
    return { ...present(answer, units), ...noted(...notes) };
  },
});
