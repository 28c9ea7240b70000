import {
  addDays,
  type Cell,
  noted,
  notesShape,
  present,
  rowsShape,
  skippedNote,
  toRows,
  windowOf,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { table } from '../../answers/table.ts';
import { dayRows, healthValues, latestRows } from '../../domain/health/days.ts';
import { withoutUnit } from '../../domain/health/fields.ts';
import { readPages } from '../../domain/pages.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_metrics',
  title: 'Health metrics',
  toolset: 'health',
  effect: 'read',
  paged: { limit: 60, max: 200 },
  description: 'Weight, pulse, HRV, sleep… by day (a week by default), and how old each newest value is.',
  input: z.object({ oldest, newest, metric: z.optional(z.string()) }),
  output: z.object({ ...rowsShape, latest: table, ...notesShape }),
  examples: [{}, { metric: 'hrv_ms', oldest: '2026-09-01', newest: '2026-10-01' }],
  handler: async (ctx, { metric, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -6), newest: today }, 1100);
    const { items, skipped } = await readPages(
      window,
      (page) => ctx.port.metrics.list({ athlete: athlete.id, ...page }),
      () => null,
    );
    const values = healthValues(items).filter(
      ({ name }) => metric === undefined || name === metric || name.startsWith(`${metric}_`),
    );
    const { rows, columns, repeated } = dayRows(values);
    const latest = toRows<Record<string, Cell>>(latestRows(values, today), [
      'metric',
      'value',
      'date',
      'age_days',
      'source',
    ]);
    const unitless = [...new Set(withoutUnit(columns).map((name) => name.replace(/_(min|max|mean)$/, '')))];
    const inThree = columns.some((name) => /_(min|max|mean)$/.test(name));
    return {
      ...present(toRows<Record<string, Cell>>(rows, columns), athlete.units),
      latest,
      ...noted(
        ...(rows.length === 0 ? ['Nothing is recorded in this window.'] : []),
        ...(repeated > 0 ? [`${repeated} values were followed by another the same day; the last is shown.`] : []),
        ...(inThree ? ['Values of three numbers are read as least, greatest and mean of the day.'] : []),
        ...(unitless.length > 0 ? [`TrainingPeaks tells no unit or scale of ${unitless.join(', ')}.`] : []),
        ...skippedNote(skipped, 'days'),
      ),
    };
  },
});
