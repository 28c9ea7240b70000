import type { Thresholds } from '@core/workouts';
import type { WireSettings, WireZone, WireZoneGroup } from '../../client/settings/wire.ts';

/** What the last zone of a table ends at: an open end. */
const OPEN_PERCENT = 999;

/**
 * What the relative targets of a workout are relative to: the athlete's thresholds and zones for this sport, or the
 * default group where the sport has none of its own. What is not set is left out, never guessed.
 */
export function workoutThresholds(settings: WireSettings, sport: number | null): Thresholds {
  const power = zoneGroup(settings.powerZones.items, sport);
  const hr = zoneGroup(settings.heartRateZones.items, sport);
  const speed = zoneGroup(settings.speedZones.items, sport);
  const ftp = positive(power?.threshold);
  const thresholdSpeed = positive(speed?.threshold);
  return {
    ftp,
    lthr: positive(hr?.threshold),
    maxHr: positive(hr?.maximumHeartRate),
    restingHr: positive(hr?.restingHeartRate),
    thresholdSpeed,
    powerZones: percentTops(power?.zones, ftp),
    hrZones: tops(hr?.zones),
    paceZones: percentTops(speed?.zones, thresholdSpeed),
  };
}

/** The zones of a sport, or the default ones of every sport without its own. */
export function zoneGroup(groups: readonly WireZoneGroup[], sport: number | null): WireZoneGroup | undefined {
  return groups.find((group) => group.workoutTypeId === sport) ?? groups.find((group) => group.workoutTypeId === 0);
}

/** A threshold of 0 is none. */
function positive(value: number | null | undefined): number | undefined {
  return value !== null && value !== undefined && value > 0 ? value : undefined;
}

/** Upper ends, lowest zone first; nothing when one is missing. */
function tops(zones: readonly WireZone[] | undefined): readonly number[] | undefined {
  const ends = (zones ?? []).map(({ maximum }) => maximum).filter((end) => end !== null);
  return ends.length === 0 || ends.length < (zones?.length ?? 0) ? undefined : ends;
}

/** Upper ends in percent of the threshold; the last one is open. */
function percentTops(
  zones: readonly WireZone[] | undefined,
  threshold: number | undefined,
): readonly number[] | undefined {
  const ends = tops(zones);
  if (ends === undefined || threshold === undefined) return undefined;
  return ends.map((end, index) =>
    index === ends.length - 1 ? OPEN_PERCENT : Math.round((end / threshold) * 1000) / 10,
  );
}
