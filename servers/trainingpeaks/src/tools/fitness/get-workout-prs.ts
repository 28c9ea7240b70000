import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { recordValue } from '../../domain/records/row.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const columns = ['record', 'rank', 'of', 'power_w', 'hr_bpm', 'pace_s_per_km', 'speed_km_h', 'value'] as const;

export default defineTool({
  name: 'tp_get_workout_prs',
  title: 'Records of a workout',
  toolset: 'fitness',
  effect: 'read',
  description: 'Personal records that ONE workout set.',
  input: z.object({ workout_id: workoutId }),
  output: z.object({ ...rowsShape, still_counting: z.optional(z.boolean()), ...notesShape }),
  examples: [{ workout_id: '3500000001' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    const found = await ctx.port.reports.workoutRecords({ athlete: athlete.id, workout: workout_id });
    const rows = found.personalRecords
      .filter(({ invalid }) => invalid !== true)
      .map((record) => ({ record: record.type, rank: record.rank, of: record.timeFrame, ...recordValue(record) }));
    const pending = found.calcsPending === true;
    const missing = (found.personalRecordCount ?? 0) - found.personalRecords.length;
    return present(
      {
        ...toRows(rows, columns),
        ...(pending && { still_counting: true }),
        ...noted(
          ...(pending ? ['TrainingPeaks is still counting the records of this workout; ask again in a minute.'] : []),
          ...(rows.length === 0 && !pending ? ['This workout set no record.'] : []),
          ...(missing > 0 ? [`${missing} more are counted but not listed: a basic account sees fewer.`] : []),
        ),
      },
      athlete.units,
    );
  },
});
