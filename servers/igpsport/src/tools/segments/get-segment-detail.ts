import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { effortColumns, effortRow, fastest, placeColumns, placeRow, segmentFacts } from '../../domain/segment.ts';
import { athleteWords } from '../../language/athlete.ts';
import { defineTool } from '../../tool.ts';

const MOST_EFFORTS = 50;
const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'igp_get_segment_detail',
  title: 'Segment detail',
  toolset: 'segments',
  effect: 'read',
  userText: ['title', 'name', 'nickname'],
  description: 'One segment: length and climb, own efforts, the record and fastest times. China region only.',
  input: z.object({ segment_id: z.string() }),
  output: z.object({
    segment_id: z.string(),
    segment: group,
    ...rowsShape,
    own_best: z.union([group, z.null()]),
    record: z.union([group, z.null()]),
    fastest: z.object(rowsShape),
    ...notesShape,
  }),
  examples: [{ segment_id: '70110021' }],
  handler: async (ctx, { segment_id: segment }) => {
    const { units } = await ctx.athlete();
    const words = athleteWords(ctx.port.language);
    const { segments } = ctx.port;
    const [facts, efforts, top] = await Promise.all([
      segments.get({ segment }),
      segments.ownEfforts({ segment }),
      segments.topRecords({ segment }),
    ]);
    const own = efforts.items.map(effortRow);
    const king = top.segmentsKing;
    const notes = [
      ...(own.length === 0 ? [words.noEffort] : []),
      ...(own.length > MOST_EFFORTS ? [words.firstEfforts(String(MOST_EFFORTS), String(own.length))] : []),
      ...words.skipped(efforts.skipped, 'own efforts'),
    ];
    const answer = {
      segment_id: segment,
      segment: segmentFacts(facts),
      ...toRows(own.slice(0, MOST_EFFORTS), effortColumns),
      own_best: fastest(own),
      record: king && { member_id: king.memberId, nickname: king.nickName, time_s: king.rideTotalTime },
      fastest: toRows(top.fastestTimeRanks.slice(0, 5).map(placeRow), placeColumns),
    };
    return { ...present(answer, units), ...noted(...notes) };
  },
});
