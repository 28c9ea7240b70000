import type { Sport } from '../workout.ts';

/** `workoutTypeValueId` of each sport, the plain one first (trainingpeaks-api.md 6.1). 8 is mountain bike. */
const IDS: Record<Sport, readonly number[]> = {
  swim: [1],
  bike: [2, 8],
  run: [3],
  ski: [11],
  row: [12],
  walk: [13],
  other: [100],
};

/** Our sport of a `workoutTypeValueId`; `other` for the rest. */
export function sportOfTypeId(id: number | null | undefined): Sport {
  return (Object.keys(IDS) as Sport[]).find((sport) => id != null && IDS[sport].includes(id)) ?? 'other';
}

/** The plain `workoutTypeValueId` of a sport, for a new workout. */
export function typeIdOfSport(sport: Sport): number {
  return IDS[sport][0] ?? 100;
}
