import type { WireActivityRow } from '../client/wire/activity.ts';

/** What the list of rides adds up to; `null` where no row has the figure. */
export function rideSums(rows: readonly WireActivityRow[]) {
  const metres = sum(rows.map(({ rideDistance }) => rideDistance));
  return {
    rides: rows.length,
    distance_km: metres === null ? null : metres / 1000,
    moving_s: sum(rows.map(({ totalMovingTime, recordTime }) => totalMovingTime ?? recordTime)),
    ascent_m: sum(rows.map(({ totalAscent }) => totalAscent)),
  };
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
