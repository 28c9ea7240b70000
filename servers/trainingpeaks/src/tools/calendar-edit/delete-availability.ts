import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { blockOf, shownBlock } from '../../domain/calendar/availability.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_availability',
  title: 'Free blocked days',
  toolset: 'calendar-edit',
  effect: 'delete',
  userText: ['description'],
  description: 'Removes a block for good; its days are free again.',
  input: z.object({ availability_id: numericId }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ availability_id: '50001' }],
  handler: async (ctx, { availability_id }) => {
    const athlete = await ctx.athlete();
    const which = { athlete: athlete.id, block: availability_id };
    const found = await ctx.port.availability.get(which);
    const { start_date, end_date, reason } = blockOf(found);
    await ctx.confirm({
      summary: `Free ${start_date} to ${end_date} (${reason})${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
      diff: [],
      version: versionOf(found.whole),
      day: start_date,
    });
    await ctx.port.availability.remove(which);
    const window = { athlete: athlete.id, oldest: start_date, newest: end_date };
    const left = await orUndefined(ctx.port.availability.list(window));
    if (left?.items.some(({ id }) => id === availability_id)) {
      throw new Failure('upstream', 'TrainingPeaks confirmed the deletion, yet still lists the block', {
        next: 'look at tp_get_availability again in a minute',
      });
    }
    return { deleted: shownBlock(found), ...(left === undefined && noted(NOT_READ_BACK)) };
  },
});
