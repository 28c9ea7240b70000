import { finite, type Metric, needPositive, none } from '../result/index.ts';
import { type Series, sumOver, type Tally, tallyOf } from '../samples/index.ts';

/**
 * Points per minute by heart-rate zone: Σ minutes in a zone × its weight. `bounds` are the lower bounds in bpm,
 * increasing, inclusive; below the first one a second scores 0. `weights` has one entry a bound.
 * The building block of Edwards, Lucia and zonal TRIMP. Refuses `no_data`, `bad_input`. O(n · zones).
 * @source common form of Edwards 1993 and Lucia 2003
 */
export function zoneWeightedTrimp(
  heartRate: Series | Tally,
  bounds: readonly number[],
  weights: readonly number[],
  method = 'TRIMP, minutes × zone weight',
): Metric {
  if (bounds.length === 0 || bounds.length !== weights.length)
    return none('bad_input', `need one weight a bound, got ${bounds.length} bounds and ${weights.length} weights`);
  for (let zone = 0; zone < bounds.length; zone++)
    if (!((bounds[zone] as number) > (bounds[zone - 1] ?? Number.NEGATIVE_INFINITY)))
      return none('bad_input', `bounds must be increasing numbers, got ${bounds.join(', ')}`);
  const tally = tallyOf(heartRate);
  if (tally.covered === 0) return none('no_data', 'the activity has no heart rate');
  const points = sumOver(tally, (beats) => {
    let zone = bounds.length - 1;
    while (zone >= 0 && beats < (bounds[zone] as number)) zone--;
    return zone < 0 ? 0 : (weights[zone] as number);
  });
  return finite(points / 60, method, tally.covered / tally.length);
}

/**
 * Edwards TRIMP, points: minutes at 50/60/70/80/90 % of maximal heart rate × 1…5; below 50 % counts 0.
 * `max` in bpm, above 0. Refuses `no_data`, `bad_input`.
 * @source Edwards 1993
 */
export function edwardsTrimp(heartRate: Series | Tally, max: number): Metric {
  const refusal = needPositive({ max });
  if (refusal !== null) return refusal;
  const bounds = [0.5 * max, 0.6 * max, 0.7 * max, 0.8 * max, 0.9 * max];
  return zoneWeightedTrimp(heartRate, bounds, [1, 2, 3, 4, 5], 'TRIMP, Edwards, % of maximal heart rate');
}

/**
 * Lucia TRIMP, points: minutes below VT1 × 1, from VT1 × 2, from VT2 × 3. Both thresholds in bpm, vt1 < vt2.
 * Refuses `no_data`, `bad_input`.
 * @source Lucia 2003, Med Sci Sports Exerc 35:872
 */
export function luciaTrimp(
  heartRate: Series | Tally,
  thresholds: { readonly vt1: number; readonly vt2: number },
): Metric {
  const { vt1, vt2 } = thresholds;
  if (!(vt1 > 0)) return none('bad_input', `vt1 must be a number above 0, got ${vt1}`);
  return zoneWeightedTrimp(heartRate, [0, vt1, vt2], [1, 2, 3], 'TRIMP, Lucia, ventilatory thresholds');
}

/**
 * Zonal TRIMP, points: minutes from 0/68/83/94/105 % of LTHR × 0.9/1.1/1.2/2.0/5.0. `lthr` in bpm, above 0.
 * Refuses `no_data`, `bad_input`.
 * @source GoldenCheetah (TRIMP Zonal Points)
 */
export function zonalTrimp(heartRate: Series | Tally, lthr: number): Metric {
  const refusal = needPositive({ lthr });
  if (refusal !== null) return refusal;
  const bounds = [0, 0.68 * lthr, 0.83 * lthr, 0.94 * lthr, 1.05 * lthr];
  return zoneWeightedTrimp(heartRate, bounds, [0.9, 1.1, 1.2, 2, 5], 'TRIMP, zonal, % of LTHR');
}

/**
 * Session RPE load, points: rating (CR-10, 0–10) × minutes. Refuses `bad_input` outside.
 * @source Foster 2001, J Strength Cond Res 15:109
 */
export function sessionRpe(rating: number, minutes: number): Metric {
  if (!(rating >= 0 && rating <= 10)) return none('bad_input', `rating must be 0 to 10, got ${rating}`);
  if (!(minutes >= 0)) return none('bad_input', `minutes must be 0 or more, got ${minutes}`);
  return finite(rating * minutes, 'session RPE, rating × minutes');
}
