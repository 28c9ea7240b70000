import type { WireActivityRow } from '../client/wire/activity.ts';

/** One line of a list of rides. `null` is "not told by the list", which says nothing about sensors. */
export interface ActivityRow extends Record<string, string | number | null> {
  readonly id: string;
  /** Local day, with the time where the service tells it. */
  readonly start: string | null;
  readonly name: string | null;
  readonly sport: string | null;
  readonly moving_s: number | null;
  readonly distance_km: number | null;
  readonly ascent_m: number | null;
  readonly speed_km_h: number | null;
}

/** Lengths come in metres, speeds in metres a second. */
export function toActivityRow(row: WireActivityRow): ActivityRow {
  return {
    id: row.rideId,
    start: row.startTime,
    name: row.title,
    sport: sportOf(row.exerciseType),
    moving_s: row.totalMovingTime ?? row.recordTime,
    distance_km: row.rideDistance === null ? null : hundredths(row.rideDistance / 1000),
    ascent_m: row.totalAscent === null ? null : Math.round(row.totalAscent),
    speed_km_h: row.avgSpeed === null ? null : hundredths(row.avgSpeed * 3.6),
  };
}

/** Only 0 is known for sure. */
function sportOf(exerciseType: number | null): string | null {
  if (exerciseType === null) return null;
  return exerciseType === 0 ? 'cycling' : `code ${exerciseType}`;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
