import type { Cell } from '@core/mcp-kit';
import type { WireActivity } from '../../client/wire/activity.ts';
import { zoneRanges, zoneTimeRows } from '../zones.ts';

export const zoneTimeColumns = ['kind', 'zone', 'from', 'to', 'time_s'];

/**
 * Time in each zone of each kind the platform has for this activity. The unit of the bounds is in `kind`. Sweet spot (`SS`)
 * overlaps other power zones and is therefore never part of a sum.
 */
export function zoneTimes(activity: WireActivity): Record<string, Cell>[] {
  const powerRanges = zoneRanges(activity.icu_power_zones, [], 'percent');
  const byId = new Map(activity.icu_zone_times.map(({ id, secs }) => [id, secs]));
  const powerSeconds = powerRanges.map((_, i) => byId.get(`Z${i + 1}`) ?? null);
  const paceTimes = activity.use_gap_zone_times === true ? activity.gap_zone_times : activity.pace_zone_times;
  const sweetSpot = byId.get('SS') ?? null;
  return [
    ...zoneTimeRows('power % FTP', powerRanges, powerSeconds),
    ...(sweetSpot === null
      ? []
      : [{ kind: 'power overlaps', zone: 'sweet spot', from: null, to: null, time_s: sweetSpot }]),
    ...zoneTimeRows('hr bpm', zoneRanges(activity.icu_hr_zones, [], 'beats'), activity.icu_hr_zone_times),
    ...zoneTimeRows('pace % threshold', zoneRanges(activity.pace_zones, [], 'percent'), paceTimes),
  ];
}
