import { type FitActivity, readFit } from '@core/activity-files';
import { addDays, Failure } from '@core/mcp-kit';
import type { WireActivityRow } from '../../client/wire/activity.ts';
import { resampledOrNull } from './decode.ts';
import type { RideDerivatives } from './derivatives.ts';
import { deriveRide } from './derive.ts';
import { kilometres, localStart, rounded } from './quantities.ts';

/** A file of the user, read before anything is sent. */
export interface RideToUpload {
  readonly derived: RideDerivatives;
  readonly shown: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/**
 * Reads a file of the user.
 *
 * @throws Failure `bad_input` for anything but a FIT file with samples: the service takes no other
 */
export function readUpload(bytes: Uint8Array, file: string): RideToUpload {
  if (String.fromCharCode(...bytes.subarray(8, 12)) !== '.FIT') throw refused(file, 'is not a FIT file');
  const activity: FitActivity = readFit(bytes);
  const ride = resampledOrNull(activity);
  if (ride === null) throw refused(file, 'holds no recorded ride');
  const derived = deriveRide(ride);
  return {
    derived,
    shown: {
      start: localStart(derived),
      sport: derived.sport,
      timer_s: Math.round(derived.timerS),
      distance_km: rounded(kilometres(derived.distanceM), 2),
      samples: activity.samples.time.length,
    },
    problems: derived.problems.map((kind) => kind.replaceAll('_', ' ')),
  };
}

/** Days around the start: the list has local ones, and not every file tells the offset. */
export function daysAround({ startMs }: RideDerivatives): { readonly oldest: string; readonly newest: string } | null {
  if (startMs === null) return null;
  const day = new Date(startMs).toISOString().slice(0, 10);
  return { oldest: addDays(day, -1), newest: addDays(day, 1) };
}

/** The ride of a list that is as long, in time and in way, as the file: the list tells no time of day. */
export function sameRide(
  rows: readonly WireActivityRow[],
  { timerS, distanceM }: RideDerivatives,
): WireActivityRow | undefined {
  return rows.find(({ recordTime, totalMovingTime, rideDistance }) => {
    const seconds = [recordTime, totalMovingTime].filter((value) => value !== null);
    const asLong = seconds.some((value) => Math.abs(value - timerS) <= 2);
    return asLong && Math.abs((rideDistance ?? 0) - (distanceM ?? 0)) <= 50;
  });
}

function refused(file: string, why: string): Failure {
  return new Failure('bad_input', `file ${JSON.stringify(file.slice(0, 60))} ${why}`, {
    next: 'give a FIT file of the files folder, unpacked: iGPSport takes no other form',
  });
}
