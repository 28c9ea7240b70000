import type { WireActivity } from '../client/wire/activity.ts';

/** One line of a list of activities. `null` is "not recorded". */
export interface ActivityRow extends Record<string, string | number | null> {
  readonly id: string;
  readonly day: string | null;
  readonly name: string | null;
  readonly distance_km: number | null;
}

/** Distances come in metres. */
export function toActivityRow({ id, day, name, distance }: WireActivity): ActivityRow {
  const metres = distance ?? null;
  return { id, day: day ?? null, name: name ?? null, distance_km: metres === null ? null : Math.round(metres / 10) / 100 };
}
