import { type CallContext, type Cell, Failure, type FieldChange, present, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireCalculatedZones, WireZoneGroup } from '../client/settings/wire.ts';
import { partOf } from '../domain/part.ts';
import { versionOf } from '../domain/version.ts';
import { keepsThreshold, scaledZones, zonesOf } from '../domain/zones/calculated.ts';
import { allBodies, changedGroup, groupDiff } from '../domain/zones/change.ts';
import { groupsOf, type Metric, wireMetric, type ZoneSport, zoneSportId } from '../domain/zones/metric.ts';
import { groupColumns, groupRow, zoneColumns, zoneRow } from '../domain/zones/show.ts';
import { noted, notesShape } from './notes.ts';
import { table } from './table.ts';

/** Output of the tools that write zones. */
export const zoneResult = z.object({
  written: z.optional(z.boolean()),
  thresholds: table,
  zones: table,
  changed: z.optional(z.array(z.unknown())),
  ...notesShape,
});

/** One group of zones as a caller wants it; what is left out stays. */
export interface ZoneEdit {
  readonly sport: ZoneSport;
  readonly threshold?: number | undefined;
  readonly method?: number | undefined;
  readonly maxHr?: number | undefined;
  readonly restingHr?: number | undefined;
  readonly distance?: number | undefined;
}

interface Made {
  readonly before: WireZoneGroup | undefined;
  readonly after: WireZoneGroup;
  readonly scaled: boolean;
}

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
  const read = async () => {
    const groups = groupsOf(await ctx.port.settings.get({ athlete: athlete.id }), metric);
    if (groups.skipped > 0) throw unreadable(groups.skipped);
    return groups.items;
  };
  const groups = await read();
  const made = await Promise.all(edits.map((edit) => makeGroup(ctx, metric, groups, edit, creating)));
  const diff = made.flatMap(({ before, after }) => groupDiff(metric, before, after));
  const shown = (found: readonly WireZoneGroup[]) => ({
    thresholds: toRows<Record<string, Cell>>(
      found.map((each) => groupRow(metric, each)),
      groupColumns,
    ),
    zones: toRows<Record<string, Cell>>(
      found.flatMap((each) => each.zones.map((zone) => zoneRow(metric, each, zone))),
      zoneColumns,
    ),
  });
  const now = made.map(({ after }) => after);
  if (diff.length === 0) {
    return present(
      { written: false, ...shown(now), ...noted('Nothing to change: the zones already are so.') },
      athlete.units,
    );
  }
  const notes = made.flatMap(({ scaled }) =>
    scaled
      ? ['The calculator of TrainingPeaks could not give bounds for this method: the old ones move with the threshold.']
      : [],
  );
  const what = `${metric.replace('_', ' ')} zones for ${edits.map(({ sport }) => sport).join(' and ')}`;
  await ctx.confirm({
    summary: `${creating ? 'Create' : 'Set'} ${what}${athlete.isSelf ? '' : ` of ${athlete.name}`}`,
    diff,
    notes,
    version: versionOf(groups.map(({ whole }) => whole)),
  });
  await ctx.port.settings.replaceZones({
    athlete: athlete.id,
    metric: wireMetric[metric],
    groups: allBodies(metric, groups, now),
  });
  const stored = await read();
  const found = now.map(({ workoutTypeId }) => stored.find((each) => each.workoutTypeId === workoutTypeId));
  const lost = now.flatMap((after, i) => groupDiff(metric, found[i], after).map(({ field }) => field));
  const gone = groups.length + (creating ? now.length : 0) - stored.length;
  return present(
    {
      ...shown(found.filter((each) => each !== undefined)),
      changed: diff satisfies FieldChange[],
      ...noted(
        ...notes,
        ...(lost.length > 0 ? [`TrainingPeaks stored something else for: ${lost.join(', ')}.`] : []),
        ...(gone > 0
          ? [`${gone} other groups of zones are missing after the change: look at tp_get_athlete_settings.`]
          : []),
      ),
    },
    athlete.units,
  );
}

/** How the calculator answers a method that it does not know: with one of several error statuses. */
const saysUnknown = new Set(['bad_input', 'not_found', 'upstream']);

async function makeGroup(
  ctx: CallContext<TrainingPeaksPort>,
  metric: Metric,
  groups: readonly WireZoneGroup[],
  edit: ZoneEdit,
  creating: boolean,
): Promise<Made> {
  const id = zoneSportId(edit.sport);
  const before = groups.find(({ workoutTypeId }) => workoutTypeId === id);
  if (before === undefined && !creating) throw noZones(metric, edit.sport);
  const threshold = edit.threshold ?? before?.threshold ?? null;
  const method = edit.method ?? before?.calculationMethod ?? null;
  if (threshold === null || method === null) {
    throw new Failure(
      'bad_input',
      `The ${edit.sport} zones have no ${threshold === null ? 'threshold' : 'method'} yet`,
      {
        next: threshold === null ? 'give the threshold too' : 'give a method of tp_get_zone_methods',
      },
    );
  }
  const { user } = await ctx.port.identity.user();
  const maximumHeartRate = edit.maxHr ?? before?.maximumHeartRate ?? null;
  const restingHeartRate = edit.restingHr ?? before?.restingHeartRate ?? null;
  const calculated = await partOf(
    ctx.port.settings.calculateZones({
      user: user.userId ?? user.personId,
      metric: wireMetric[metric],
      method,
      threshold,
      maxHr: maximumHeartRate ?? undefined,
      restingHr: restingHeartRate ?? undefined,
      distance: edit.distance ?? before?.distance ?? undefined,
    }),
  );
  const unknown = calculated.failure !== undefined;
  if (unknown && !saysUnknown.has(calculated.failure.kind)) throw calculated.failure;
  if (unknown && (before === undefined || method !== before.calculationMethod))
    throw noMethod(metric, method, calculated.failure);
  if (!unknown && !keepsThreshold(metric, threshold, calculated.value)) throw testBased(metric, method, edit.sport);
  const zones = unknown
    ? scaledZones(metric, before!, threshold)
    : zonesOf(metric, calculated.value as WireCalculatedZones);
  const after = changedGroup(before, {
    workoutTypeId: id,
    threshold,
    calculationMethod: method,
    maximumHeartRate,
    restingHeartRate,
    ...(edit.distance !== undefined && { distance: edit.distance }),
    zones,
  });
  if (creating && before !== undefined && groupDiff(metric, before, after).length > 0) throw exists(metric, edit.sport);
  return { before, after, scaled: unknown };
}

function unreadable(count: number): Failure {
  return new Failure('contract', `${count} groups of zones could not be read, and a change would delete them`, {
    next: 'tell the user to change the zones on TrainingPeaks',
  });
}

function noZones(metric: Metric, sport: ZoneSport): Failure {
  return new Failure('not_found', `The athlete has no ${metric.replace('_', ' ')} zones for ${sport}`, {
    next: `use sport "default", or tp_create_zones to add them for ${sport}`,
  });
}

function exists(metric: Metric, sport: ZoneSport): Failure {
  return new Failure('conflict', `${metric.replace('_', ' ')} zones for ${sport} exist already, with other values`, {
    next: 'use tp_update_ftp, tp_update_hr_zones or tp_update_speed_zones to change them',
  });
}

function noMethod(metric: Metric, method: number, cause: Failure): Failure {
  return new Failure(
    'bad_input',
    `TrainingPeaks does not calculate ${metric.replace('_', ' ')} zones with method ${method}`,
    {
      next: 'use a method of tp_get_zone_methods',
      cause,
    },
  );
}

function testBased(metric: Metric, method: number, sport: ZoneSport): Failure {
  return new Failure(
    'conflict',
    `Method ${method} of the ${sport} ${metric.replace('_', ' ')} zones derives the threshold from a test result: a threshold of your own would be wrong with it`,
    {
      next: 'give a method that keeps the threshold (tp_get_zone_methods), or let the user enter the test on TrainingPeaks',
    },
  );
}
