/** Bounds of a workout. A plan beyond them is a mistake or an attack; devices stop far earlier (Garmin at 50 steps). */
export const LIMITS = {
  /** Items written, nested ones counted. */
  items: 400,
  /** Steps after all repeats are multiplied out. */
  unrolled: 2000,
  depth: 5,
  times: 200,
  name: 80,
  note: 300,
  description: 5000,
  seconds: 172_800,
  metres: 1_000_000,
} as const;
