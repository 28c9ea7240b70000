import { allFinite, type Metric, none, type Warning } from '../result/index.ts';

/** A ride with both power load and time in each heart-rate zone. */
export interface RatedRide {
  /** TSS from power. */
  readonly load: number;
  /** Seconds in each heart-rate zone, lowest first; the same number of zones in every ride. */
  readonly zoneSeconds: readonly number[];
}

/** Points per hour of each zone for this athlete. */
export interface ZoneLoadModel {
  readonly pointsPerHour: readonly number[];
  readonly rides: number;
  /** Root mean square error on the rides it was fitted to, points. */
  readonly rmse: number;
}

const MINIMUM_RIDES = 10;

/**
 * Points per hour in each heart-rate zone, fitted by ridge regression on the athlete's own rides with power:
 * minimise Σ(load − Σ rate·hours)² + λ·Σ rate², rates not below 0 (clipped and refitted). λ in hours² (default 0.1).
 * Refuses `too_few` under 10 rides, `bad_input` for uneven zones or non-finite numbers. Warns `poor_fit` when the error
 * exceeds 20 % of the mean load. Fall back to `heartRateStressScore` on a refusal.
 * @source the idea is intervals.icu's "HR zones" load, whose recipe is not published
 */
export function fitZoneLoad(rides: readonly RatedRide[], ridge = 0.1): Metric<ZoneLoadModel> {
  if (rides.length < MINIMUM_RIDES)
    return none('too_few', `needs ${MINIMUM_RIDES} rides with power and heart rate, has ${rides.length}`);
  const zones = rides[0]?.zoneSeconds.length ?? 0;
  const sound = (ride: RatedRide) =>
    ride.zoneSeconds.length === zones && [ride.load, ...ride.zoneSeconds].every((n) => n >= 0 && Number.isFinite(n));
  if (zones === 0 || !(ridge > 0) || !rides.every(sound))
    return none('bad_input', 'every ride needs a load and the same number of zones, all finite and 0 or more');

  let free = Array.from({ length: zones }, (_, zone) => zone);
  let rates: number[] = [];
  for (;;) {
    rates = solveRidge(rides, free, zones, ridge);
    const negative = free.filter((zone) => (rates[zone] as number) < 0);
    if (negative.length === 0) break;
    free = free.filter((zone) => !negative.includes(zone));
  }
  const squares = rides.reduce((sum, ride) => sum + (ride.load - loadOf(ride.zoneSeconds, rates)) ** 2, 0);
  const rmse = Math.sqrt(squares / rides.length);
  const mean = rides.reduce((sum, ride) => sum + ride.load, 0) / rides.length;
  const warnings: Warning[] =
    rmse > 0.2 * mean
      ? [{ code: 'poor_fit', detail: `typical error ${rmse.toFixed(1)} on a mean load of ${mean.toFixed(1)}` }]
      : [];
  return allFinite(
    { pointsPerHour: rates, rides: rides.length, rmse },
    'ridge regression on own rides',
    null,
    warnings,
  );
}

/**
 * Load of an activity without power, points: Σ hours in zone × points per hour. Refuses `bad_input` when the zones do
 * not match the model or a number is negative or not finite.
 * @source see `fitZoneLoad`
 */
export function zoneLoad(zoneSeconds: readonly number[], model: ZoneLoadModel): Metric {
  if (zoneSeconds.length !== model.pointsPerHour.length)
    return none('bad_input', `the model has ${model.pointsPerHour.length} zones, the activity ${zoneSeconds.length}`);
  if (!zoneSeconds.every((seconds) => seconds >= 0 && Number.isFinite(seconds)))
    return none('bad_input', 'seconds in zone must be finite and 0 or more');
  return allFinite(loadOf(zoneSeconds, model.pointsPerHour), 'zone load fitted on own rides');
}

function loadOf(zoneSeconds: readonly number[], rates: readonly number[]): number {
  return zoneSeconds.reduce((sum, seconds, zone) => sum + (seconds / 3600) * (rates[zone] as number), 0);
}

/** Normal equations with a ridge on the diagonal; zones outside `free` get 0. */
function solveRidge(rides: readonly RatedRide[], free: readonly number[], zones: number, ridge: number): number[] {
  const matrix = free.map((row) => [
    ...free.map(
      (column) =>
        rides.reduce(
          (sum, { zoneSeconds: s }) => sum + ((s[row] as number) / 3600) * ((s[column] as number) / 3600),
          0,
        ) + (row === column ? ridge : 0),
    ),
    rides.reduce((sum, ride) => sum + ((ride.zoneSeconds[row] as number) / 3600) * ride.load, 0),
  ]);
  const n = free.length;
  for (let pivot = 0; pivot < n; pivot++)
    for (let row = 0; row < n; row++) {
      if (row === pivot) continue;
      const factor = (matrix[row]?.[pivot] as number) / (matrix[pivot]?.[pivot] as number);
      for (let k = pivot; k <= n; k++)
        (matrix[row] as number[])[k] = (matrix[row]?.[k] as number) - factor * (matrix[pivot]?.[k] as number);
    }
  const rates = new Array<number>(zones).fill(0);
  free.forEach((zone, row) => {
    rates[zone] = (matrix[row]?.[n] as number) / (matrix[row]?.[row] as number);
  });
  return rates;
}
