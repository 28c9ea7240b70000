import { Failure, partOf } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import type { WireZone, WireZoneGroup } from '../client/settings/wire.ts';
import { keepsThreshold, scaledZones, zonesOf } from '../domain/zones/calculated.ts';
import { changedGroup, groupDiff } from '../domain/zones/change.ts';
import { type Metric, wireMetric, type ZoneSport, zoneSportId } from '../domain/zones/metric.ts';

/** One group of zones as a caller wants it; what is left out stays. */
export interface ZoneEdit {
  readonly sport: ZoneSport;
  readonly threshold?: number | undefined;
  readonly method?: number | undefined;
  readonly maxHr?: number | undefined;
  readonly restingHr?: number | undefined;
  readonly distance?: number | undefined;
}

/** A group before and after. */
export interface Made {
  readonly before: WireZoneGroup | undefined;
  readonly after: WireZoneGroup;
  /** The calculator did not know the method: the old bounds were moved. */
  readonly scaled: boolean;
}

/** What a group is to stand on, after the edit. */
interface Basis {
  readonly method: number;
  readonly threshold: number;
  readonly maximumHeartRate: number | null;
  readonly restingHeartRate: number | null;
  readonly distance: number | undefined;
}

/**
 * A group as an edit makes it, with bounds of the platform's calculator.
 *
 * @throws Failure `not_found`, `conflict`, `bad_input`; or why the calculator did not answer.
 */
export async function makeGroup(
  port: TrainingPeaksPort,
  metric: Metric,
  groups: readonly WireZoneGroup[],
  edit: ZoneEdit,
  creating: boolean,
): Promise<Made> {
  const workoutTypeId = zoneSportId(edit.sport);
  const before = groups.find((each) => each.workoutTypeId === workoutTypeId);
  if (before === undefined && !creating) throw noZones(metric, edit.sport);
  const basis = basisOf(before, edit);
  const { zones, scaled } = await boundsOf(port, metric, edit.sport, before, basis);
  const { method, distance, ...values } = basis;
  const after = changedGroup(before, {
    ...values,
    workoutTypeId,
    calculationMethod: method,
    ...(distance !== undefined && { distance }),
    zones,
  });
  if (creating && before !== undefined && groupDiff(metric, before, after).length > 0) throw exists(metric, edit.sport);
  return { before, after, scaled };
}

function basisOf(before: WireZoneGroup | undefined, edit: ZoneEdit): Basis {
  const threshold = edit.threshold ?? before?.threshold ?? null;
  const method = edit.method ?? before?.calculationMethod ?? null;
  if (threshold === null || method === null) {
    const lacking = threshold === null ? 'threshold' : 'method';
    throw new Failure('bad_input', `The ${edit.sport} zones have no ${lacking} yet`, {
      next: threshold === null ? 'give the threshold too' : 'give a method of tp_get_zone_methods',
    });
  }
  return {
    method,
    threshold,
    maximumHeartRate: edit.maxHr ?? before?.maximumHeartRate ?? null,
    restingHeartRate: edit.restingHr ?? before?.restingHeartRate ?? null,
    distance: edit.distance ?? before?.distance ?? undefined,
  };
}

/** How the calculator answers a method that it does not know: with one of several error statuses. */
const saysUnknown = new Set(['bad_input', 'not_found', 'upstream']);

async function boundsOf(
  port: TrainingPeaksPort,
  metric: Metric,
  sport: ZoneSport,
  before: WireZoneGroup | undefined,
  { method, threshold, maximumHeartRate, restingHeartRate, distance }: Basis,
): Promise<{ readonly zones: readonly WireZone[]; readonly scaled: boolean }> {
  const { user } = await port.identity.user();
  const calculated = await partOf(
    port.settings.calculateZones({
      user: user.userId ?? user.personId,
      metric: wireMetric[metric],
      method,
      threshold,
      maxHr: maximumHeartRate ?? undefined,
      restingHr: restingHeartRate ?? undefined,
      distance,
    }),
  );
  if (calculated.failure === undefined) {
    if (!keepsThreshold(metric, threshold, calculated.value)) throw testBased(metric, method, sport);
    return { zones: zonesOf(metric, calculated.value), scaled: false };
  }
  if (!saysUnknown.has(calculated.failure.kind)) throw calculated.failure;
  if (before === undefined || method !== before.calculationMethod) throw noMethod(metric, method, calculated.failure);
  return { zones: scaledZones(metric, before, threshold), scaled: true };
}

const words = (metric: Metric) => metric.replace('_', ' ');

function noZones(metric: Metric, sport: ZoneSport): Failure {
  return new Failure('not_found', `The athlete has no ${words(metric)} zones for ${sport}`, {
    next: `use sport "default", or tp_create_zones to add them for ${sport}`,
  });
}

function exists(metric: Metric, sport: ZoneSport): Failure {
  return new Failure('conflict', `${words(metric)} zones for ${sport} exist already, with other values`, {
    next: 'use tp_update_ftp, tp_update_hr_zones or tp_update_speed_zones to change them',
  });
}

function noMethod(metric: Metric, method: number, cause: Failure): Failure {
  return new Failure('bad_input', `TrainingPeaks does not calculate ${words(metric)} zones with method ${method}`, {
    next: 'use a method of tp_get_zone_methods',
    cause,
  });
}

function testBased(metric: Metric, method: number, sport: ZoneSport): Failure {
  return new Failure(
    'conflict',
    `Method ${method} of the ${sport} ${words(metric)} zones derives the threshold from a test result: one of your own would be wrong with it`,
    {
      next: 'give a method that keeps the threshold (tp_get_zone_methods), or let the user enter the test on TrainingPeaks',
    },
  );
}
