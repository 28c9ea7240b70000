/**
 * From the platform's SI numbers to the units of our names. `null` says "nothing recorded" and stays `null`; `0` is data.
 */
type Recorded = number | null | undefined;

function converted(value: Recorded, convert: (value: number) => number): number | null {
  return value === null || value === undefined ? null : convert(value);
}

/** Metres to kilometres. */
export const km = (metres: Recorded) => converted(metres, (m) => m / 1000);

/** Metres per second to kilometres per hour. */
export const kmPerHour = (speed: Recorded) => converted(speed, (v) => v * 3.6);

/** Metres per second to seconds per `metres` (1000 for running, 100 for swimming); `null` when standing still. */
export function secondsPer(metres: number, speed: Recorded): number | null {
  return speed === null || speed === undefined || speed <= 0 ? null : metres / speed;
}
