import { type MeanMaximalCurve, type MeanMaximalOptions, meanMaximal } from '../curves/index.ts';
import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

export interface DurabilityOptions extends MeanMaximalOptions {
  /** Work before the efforts count, kJ. Default 1000, 1500, 2000, 2500, 3000. */
  readonly afterKilojoules?: readonly number[];
  /** Critical power, W: counts the work done above it before the same point. */
  readonly cp?: number;
}

/** The curve of the efforts that started after some work. */
export interface FatiguedCurve {
  readonly afterKilojoules: number;
  /** First second that counts. */
  readonly from: number;
  /** Work above CP before that second, kJ; null when `cp` was not given. */
  readonly workAboveCp: number | null;
  /** Starts are seconds of the whole activity. */
  readonly curve: MeanMaximalCurve;
  /** fatigued / fresh for each duration of `curve`; NaN never: 0 where the fresh value is 0. */
  readonly ratios: Float64Array;
}

export interface Durability {
  /** The curve of the whole activity. */
  readonly fresh: MeanMaximalCurve;
  /** One entry a threshold that the activity reached with time left. */
  readonly fatigued: readonly FatiguedCurve[];
}

/**
 * Durability: mean-maximal power restricted to windows that start after X kJ of work, against the whole activity.
 * Thresholds that are not reached, or leave no window, are absent. Pass thresholds times body mass for kJ/kg.
 *
 * A ratio below 1 after much work means fatigue only when the later efforts were maximal too: merge many activities
 * before judging an athlete. Missing seconds do no work. Refuses like `meanMaximal`; `bad_input` for a negative or
 * non-finite threshold, negative power or `cp` not above 0. O(n) for the thresholds beside the curves.
 * @source van Erp 2021; Maunder 2021, Sports Med 51:1619; Valenzuela 2022
 */
export function durability(power: Series, options: DurabilityOptions = {}): Metric<Durability> {
  const { afterKilojoules = [1000, 1500, 2000, 2500, 3000], cp, ...how } = options;
  if (!afterKilojoules.every((kilojoules) => kilojoules >= 0 && Number.isFinite(kilojoules)))
    return none('bad_input', `afterKilojoules must be 0 or more, got ${afterKilojoules.join(', ')}`);
  if (cp !== undefined && !(cp > 0)) return none('bad_input', `cp must be above 0, got ${cp}`);
  const fresh = meanMaximal(power, how);
  if (fresh.value === null) return fresh;
  const fatigued: FatiguedCurve[] = [];
  for (const threshold of [...afterKilojoules].sort((a, b) => a - b)) {
    const reached = startAfter(power, threshold * 1000, cp);
    if (reached.from >= power.length) break;
    const rest = power instanceof Float64Array ? power.subarray(reached.from) : power.slice(reached.from);
    const found = meanMaximal(rest, how);
    if (found.value === null) continue;
    const curve = { ...found.value, starts: found.value.starts.map((start) => start + reached.from) };
    const workAboveCp = cp === undefined ? null : reached.above / 1000;
    fatigued.push({
      afterKilojoules: threshold,
      from: reached.from,
      workAboveCp,
      curve,
      ratios: ratiosOf(curve, fresh.value),
    });
  }
  return value({ fresh: fresh.value, fatigued }, 'mean-maximal power after X kJ', fresh.coverage);
}

function startAfter(power: Series, joules: number, cp = Number.POSITIVE_INFINITY) {
  let done = 0;
  let above = 0;
  let from = 0;
  for (; from < power.length && done < joules; from++) {
    const watts = power[from] as number;
    if (!Number.isFinite(watts)) continue;
    done += watts;
    if (watts > cp) above += watts - cp;
  }
  return { from: done < joules ? power.length : from, above };
}

function ratiosOf(curve: MeanMaximalCurve, fresh: MeanMaximalCurve): Float64Array {
  const ratios = new Float64Array(curve.durations.length);
  let k = 0;
  for (let i = 0; i < ratios.length; i++) {
    while ((fresh.durations[k] as number) < (curve.durations[i] as number)) k++;
    const best = fresh.values[k] as number;
    ratios[i] = best === 0 ? 0 : (curve.values[i] as number) / best;
  }
  return ratios;
}
