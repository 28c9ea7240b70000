import { type Cell, noted, notesShape, present, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { table } from '../../answers/table.ts';
import { recorded } from '../../domain/recorded.ts';
import { groupsOf, type Metric, metrics } from '../../domain/zones/metric.ts';
import { groupColumns, groupRow, zoneColumns, zoneRow } from '../../domain/zones/show.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'tp_get_athlete_settings',
  title: 'Thresholds and zones',
  toolset: 'athlete',
  effect: 'read',
  description: 'Thresholds, zones and planned calories; nothing private.',
  input: z.object({ metric: z.optional(z.enum(metrics)) }),
  output: z.object({ settings: group, thresholds: table, zones: table, ...notesShape }),
  examples: [{}, { metric: 'power' }],
  handler: async (ctx, { metric }) => {
    const athlete = await ctx.athlete();
    const settings = await ctx.port.settings.get({ athlete: athlete.id });
    const wanted: readonly Metric[] = metric === undefined ? metrics : [metric];
    const groups = wanted.flatMap((each) => groupsOf(settings, each).items.map((found) => [each, found] as const));
    const skipped = wanted.reduce<number>((sum, each) => sum + groupsOf(settings, each).skipped, 0);
    return present(
      {
        settings: recorded({
          planned_intake_kcal: settings.nutritionSettings?.plannedCalories ?? null,
          running_tss_source: tssSource(settings.preferredRunningTssSource),
          thresholds_update_themselves: settings.thresholdsAutoApply,
          time_zone: settings.timeZone,
        }),
        thresholds: toRows<Record<string, Cell>>(
          groups.map(([each, found]) => groupRow(each, found)),
          groupColumns,
        ),
        zones: toRows<Record<string, Cell>>(
          groups.flatMap(([each, found]) => found.zones.map((zone) => zoneRow(each, found, zone))),
          zoneColumns,
        ),
        ...noted(
          'Bounds are inside their zone; `default` serves sports without zones of their own.',
          ...(groups.length === 0 ? ['No zones are set.'] : []),
          ...skippedNote(skipped, 'groups of zones'),
        ),
      },
      athlete.units,
    );
  },
});

/** The platform tells a number; two of them are known. */
function tssSource(code: number | null): string | null {
  if (code === null) return null;
  return { 0: 'not set', 4: 'heart rate' }[code] ?? `code ${code}, meaning not published`;
}
