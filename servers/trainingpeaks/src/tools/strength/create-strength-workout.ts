import { randomUUID } from 'node:crypto';
import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { measureNotes, newBlocks, newDocument } from '../../domain/strength/document.ts';
import { contentOf } from '../../domain/strength/lines.ts';
import { documentOf, sessionDiff } from '../../domain/strength/session.ts';
import { blocks as blocksParam, instructions } from '../../params/strength.ts';
import { title } from '../../params/workout.ts';
import { chosenBlocks } from '../../strength/blocks.ts';
import { saveSession, sessionResult, sessionThere } from '../../strength/report.ts';
import { sameSession } from '../../strength/same.ts';
import { defineTool } from '../../tool.ts';
import { planningNotes } from '../../workouts/planning-limit.ts';

export default defineTool({
  name: 'tp_create_strength_workout',
  title: 'Plan a strength session',
  toolset: 'strength',
  effect: 'create',
  userText: ['workout', 'blocks'],
  description: 'Plans a strength session.',
  input: z.object({ date: day, title, blocks: blocksParam, instructions }),
  output: sessionResult,
  examples: [
    {
      date: '2026-10-22',
      title: 'Lower body',
      blocks: ['warmup: Air Squat 1x15', 'Back Squat 3x6 @60kg; slow down', 'circuit: Pull Up 3x8 + Plank 3x45s'],
    },
  ],
  handler: async (ctx, { date, title: name, blocks: given, instructions: text = null }) => {
    const athlete = await ctx.athlete();
    const blocks = await chosenBlocks(ctx.port, given);
    const header = { athlete: athlete.id, date, title: name, instructions: text };
    const body = newDocument(header, newBlocks(blocks, randomUUID), randomUUID);
    const wanted = documentOf(body);
    const { same, others } = await sameSession(ctx.port, athlete.id, date, contentOf(wanted));
    if (same !== undefined) {
      return sessionThere(same, athlete, 'This session is already on that day; nothing was written.');
    }
    const notes = measureNotes(blocks);
    await ctx.confirm({
      summary: `Plan strength session "${name}" on ${date}${whose(athlete)}`,
      diff: sessionDiff(undefined, wanted),
      notes: [
        ...notes,
        ...others.map((other) => `The day already holds the strength session "${other}".`),
        ...(await planningNotes(ctx, athlete, [date])),
      ],
      day: date,
    });
    return saveSession(ctx, { athlete, body, notes });
  },
});
