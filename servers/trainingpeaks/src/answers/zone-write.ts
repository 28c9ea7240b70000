import {
  type CallContext,
  type Cell,
  Failure,
  type FieldChange,
  noted,
  notesShape,
  present,
  toRows,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireZoneGroup } from '../client/settings/wire.ts';
import { versionOf } from '../domain/version.ts';
import { allBodies, groupDiff } from '../domain/zones/change.ts';
import { groupsOf, type Metric, wireMetric } from '../domain/zones/metric.ts';
import { groupColumns, groupRow, zoneColumns, zoneRow } from '../domain/zones/show.ts';
import { orUndefined } from '../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../workouts/report.ts';
import { table } from './table.ts';
import { type Made, makeGroup, type ZoneEdit } from './zone-group.ts';

/** Output of the tools that write zones. */
export const zoneResult = z.object({
  written: z.optional(z.boolean()),
  thresholds: table,
  zones: table,
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/**
 * Writes groups of zones of one metric: bounds from the platform's own calculator, shown first, sent with every other group
 * (which the service would otherwise forget), and read back.
 *
 * @param creating whether the groups must be new ones.
 * @throws Failure `not_found` for a sport without zones, `conflict` for one that has them already or a method that derives
 *   its threshold from a test.
 */
export async function writeZones(
  ctx: CallContext<TrainingPeaksPort>,
  metric: Metric,
  edits: readonly ZoneEdit[],
  creating = false,
): Promise<z.input<typeof zoneResult>> {
  const athlete = await ctx.athlete();
  const groups = await readGroups(ctx.port, athlete.id, metric);
  const made = await Promise.all(edits.map((edit) => makeGroup(ctx.port, metric, groups, edit, creating)));
  const wanted = made.map(({ after }) => after);
  const diff = made.flatMap(({ before, after }) => groupDiff(metric, before, after));
  if (diff.length === 0) {
    const same = noted('Nothing to change: the zones already are so.');
    return present({ written: false, ...shownGroups(metric, wanted), ...same }, athlete.units);
  }
  const notes = made.flatMap(notesOf);
  const what = `${metric.replace('_', ' ')} zones for ${edits.map(({ sport }) => sport).join(' and ')}`;
  await ctx.confirm({
    summary: `${creating ? 'Create' : 'Set'} ${what}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
    diff,
    notes,
    version: versionOf(groups.map(({ whole }) => whole)),
  });
  const bodies = allBodies(metric, groups, wanted);
  await ctx.port.settings.replaceZones({ athlete: athlete.id, metric: wireMetric[metric], groups: bodies });
  const stored = await orUndefined(readGroups(ctx.port, athlete.id, metric));
  if (stored === undefined) {
    const shown = { ...shownGroups(metric, wanted), changed: diff, ...noted(...notes, NOT_READ_BACK) };
    return present(shown, athlete.units);
  }
  const found = wanted.map(({ workoutTypeId }) => stored.find((each) => each.workoutTypeId === workoutTypeId));
  return present(
    {
      ...shownGroups(
        metric,
        found.filter((each) => each !== undefined),
      ),
      changed: diff satisfies FieldChange[],
      ...noted(...notes, ...readBack(metric, wanted, found), ...lostGroups(bodies.length - stored.length)),
    },
    athlete.units,
  );
}

async function readGroups(port: TrainingPeaksPort, athlete: string, metric: Metric): Promise<readonly WireZoneGroup[]> {
  const { items, skipped } = groupsOf(await port.settings.getNow({ athlete }), metric);
  if (skipped === 0) return items;
  throw new Failure('contract', `${skipped} groups of zones could not be read, and a change would delete them`, {
    next: 'tell the user to change the zones on TrainingPeaks',
  });
}

function shownGroups(metric: Metric, found: readonly WireZoneGroup[]) {
  const zones = found.flatMap((each) => each.zones.map((zone) => zoneRow(metric, each, zone)));
  return {
    thresholds: toRows<Record<string, Cell>>(
      found.map((each) => groupRow(metric, each)),
      groupColumns,
    ),
    zones: toRows<Record<string, Cell>>(zones, zoneColumns),
  };
}

function notesOf({ scaled }: Made): string[] {
  if (!scaled) return [];
  return [
    'The calculator of TrainingPeaks could not give bounds for this method: the old ones move with the threshold.',
  ];
}

/** What was stored otherwise than it was sent. */
function readBack(
  metric: Metric,
  wanted: readonly WireZoneGroup[],
  found: readonly (WireZoneGroup | undefined)[],
): string[] {
  const lost = wanted.flatMap((after, i) => groupDiff(metric, found[i], after).map(({ field }) => field));
  return lost.length > 0 ? [`TrainingPeaks stored something else for: ${lost.join(', ')}.`] : [];
}

function lostGroups(count: number): string[] {
  return count > 0 ? [`${count} groups of zones are missing after the change: look at tp_get_athlete_settings.`] : [];
}
