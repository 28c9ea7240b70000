/**
 * Joins two valid values at most `maxSeconds` cells apart by a straight line; longer holes and both ends stay missing,
 * so that no value is ever invented at the edge of a hole. Copies first when `shared`, and only if something is filled.
 * `wraps` leaves a step across the antimeridian alone.
 */
export function fillShortHoles(column: Float64Array, maxSeconds: number, shared: boolean, wraps = false): Float64Array {
  let out = column;
  let owned = !shared;
  let previous = -1;
  for (let cell = 0; cell < column.length; cell++) {
    const value = column[cell] as number;
    if (Number.isNaN(value)) continue;
    const gap = cell - previous;
    if (previous >= 0 && gap > 1 && gap <= maxSeconds) {
      const from = column[previous] as number;
      if (!(wraps && Math.abs(value - from) > 180)) {
        if (!owned) {
          out = column.slice();
          owned = true;
        }
        for (let step = 1; step < gap; step++) out[previous + step] = from + ((value - from) * step) / gap;
      }
    }
    previous = cell;
  }
  return out;
}
