import { writeFitActivity } from '@core/activity-files/write';

/** Twenty minutes. */
const SECONDS = 1_200;
const START_MS = Date.parse('2026-10-13T22:30:00Z');

/** What the user of the sandbox has put into the files folder, by name: made up, like everything here. */
export function userFiles(): Readonly<Record<string, Uint8Array>> {
  return { 'morning-ride.fit': morningRide() };
}

/** A straight road west of Hangzhou before work, with power that goes up and down between 150 and 179 W. */
function morningRide(): Uint8Array {
  const each = (value: (second: number) => number) => Float64Array.from({ length: SECONDS }, (_, i) => value(i));
  return writeFitActivity({
    sport: 'cycling',
    localOffsetMs: 8 * 3_600_000,
    samples: {
      startMs: START_MS,
      time: each((i) => i),
      pauses: [],
      channels: {
        power: each((i) => 150 + (i % 30)),
        heart_rate: each((i) => 120 + Math.min(25, Math.floor(i / 20))),
        speed: each(() => 8),
        distance: each((i) => i * 8),
        altitude: each((i) => 20 + i * 0.02),
        latitude: each(() => 30.28),
        longitude: each((i) => 120.1 - i * 0.00008),
      },
    },
  });
}
