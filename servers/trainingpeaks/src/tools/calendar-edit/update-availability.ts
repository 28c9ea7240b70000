import { day, noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { affected, availabilityResult, refuseTooLong, storedBlock } from '../../answers/availability-write.ts';
import { blockBody, blockDiff, blockOf, changedBlock, shownBlock } from '../../domain/calendar/availability.ts';
import { versionOf } from '../../domain/version.ts';
import { blockParams } from '../../params/availability.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';

export default defineTool({
  name: 'tp_update_availability',
  title: 'Change blocked days',
  toolset: 'calendar-edit',
  effect: 'update',
  userText: ['description', 'notes'],
  description: 'Changes days, kind, sports or reason of a block.',
  input: z.object({
    availability_id: numericId,
    start_date: z.optional(day),
    end_date: z.optional(day),
    ...blockParams,
  }),
  output: availabilityResult,
  examples: [{ availability_id: '50001', reason: 'Work' }],
  handler: async (ctx, { availability_id, ...edit }) => {
    const athlete = await ctx.athlete();
    const which = { athlete: athlete.id, block: availability_id };
    const found = await ctx.port.availability.get(which);
    const before = blockOf(found);
    const block = changedBlock(before, edit);
    refuseTooLong(block);
    const diff = blockDiff(before, block);
    if (diff.length === 0) {
      return { written: false, availability: shownBlock(found), ...noted('Nothing to change: it already is so.') };
    }
    const sessions = await affected(ctx, athlete.id, block);
    await ctx.confirm({
      summary: `Change the ${before.limited ? 'limited' : 'unavailable'} days ${before.start_date} to ${before.end_date}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff,
      notes: sessions,
      version: versionOf(found.whole),
      day: block.start_date,
    });
    await ctx.port.availability.update({ ...which, body: { ...found.whole, ...blockBody(athlete.id, block) } });
    return { ...storedBlock(await orUndefined(ctx.port.availability.get(which)), block, sessions), changed: diff };
  },
});
