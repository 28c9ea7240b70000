import { day, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { affected, availabilityResult, refuseTooLong, storedBlock } from '../../answers/availability-write.ts';
import {
  type Block,
  blockBody,
  blockDiff,
  blockOf,
  changedBlock,
  shownBlock,
} from '../../domain/calendar/availability.ts';
import { blockParams } from '../../params/availability.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';

export default defineTool({
  name: 'tp_create_availability',
  title: 'Block days',
  toolset: 'calendar',
  effect: 'create',
  userText: ['description', 'notes'],
  description: 'Blocks days, or all but some sports, and names the planned sessions this affects.',
  input: z.object({ start_date: day, end_date: day, ...blockParams }),
  output: availabilityResult,
  examples: [{ start_date: '2026-10-15', end_date: '2026-10-19', reason: 'Sick' }],
  handler: async (ctx, { start_date, end_date, ...edit }) => {
    const blank: Block = { start_date, end_date, limited: false, sports: [], reason: 'Other', description: '' };
    const block = changedBlock(blank, edit);
    refuseTooLong(block);
    const athlete = await ctx.athlete();
    const window = { athlete: athlete.id, oldest: start_date, newest: end_date };
    const [{ items: before }, sessions] = await Promise.all([
      ctx.port.availability.list(window),
      affected(ctx, athlete.id, block),
    ]);
    const same = before.find((each) => blockDiff(blockOf(each), block).length === 0);
    if (same !== undefined) {
      return { written: false, availability: shownBlock(same), ...noted('It is already there; nothing was written.') };
    }
    await ctx.confirm({
      summary: `Mark ${start_date} to ${end_date} as ${block.limited ? 'limited' : 'unavailable'} (${block.reason})${athlete.isSelf ? '' : ` for ${athlete.name}`}`,
      diff: blockDiff(undefined, block),
      notes: [
        ...sessions,
        ...before.map(({ id, startDate, endDate }) => `Overlaps availability ${id} of ${startDate} to ${endDate}.`),
      ],
      day: start_date,
    });
    const { id } = await ctx.port.availability.create({ athlete: athlete.id, body: blockBody(athlete.id, block) });
    const stored = await orUndefined(ctx.port.availability.get({ athlete: athlete.id, block: id }));
    return storedBlock(stored, block, sessions);
  },
});
