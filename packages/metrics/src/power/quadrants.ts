import { allFinite, type Metric, needPositive, none } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

export interface QuadrantSettings {
  /** Power at threshold, W. */
  readonly ftp: number;
  /** Cadence at threshold, rpm. */
  readonly cadence: number;
  /** Crank length, m (0.1725 for 172.5 mm). */
  readonly crank: number;
}

/** Seconds of pedalling in each quadrant, and the lines that part them. */
export interface Quadrants {
  /** High force, fast. */
  readonly one: number;
  /** High force, slow. */
  readonly two: number;
  /** Low force, slow. */
  readonly three: number;
  /** Low force, fast. */
  readonly four: number;
  /** Average effective pedal force at threshold, N. */
  readonly force: number;
  /** Circumferential pedal velocity at threshold, m/s. */
  readonly velocity: number;
}

/**
 * Quadrant analysis: seconds by pedal force AEPF = P·60 / (cadence·2π·crank), N, and pedal velocity
 * CPV = cadence·crank·2π/60, m/s, split at FTP and threshold cadence (a value on the line is "high").
 * Seconds without power, without cadence or at cadence 0 are left out. Refuses `no_data`, `bad_input`. O(n).
 * @source Coggan (quadrant analysis)
 */
export function quadrants(power: Series, cadence: Series, settings: QuadrantSettings): Metric<Quadrants> {
  const refusal = needPositive({ ftp: settings.ftp, cadence: settings.cadence, crank: settings.crank });
  if (refusal !== null) return refusal;
  if (power.length !== cadence.length) return none('bad_input', 'power and cadence must have the same length');
  const turn = (settings.crank * 2 * Math.PI) / 60;
  const velocity = settings.cadence * turn;
  const force = settings.ftp / velocity;
  const seconds: [number, number, number, number] = [0, 0, 0, 0];
  let pedalling = 0;
  for (let i = 0; i < power.length; i++) {
    const watts = power[i] as number;
    const rpm = cadence[i] as number;
    if (!(watts >= 0 && rpm > 0 && watts < Number.POSITIVE_INFINITY)) continue;
    pedalling++;
    const fast = rpm >= settings.cadence;
    const strong = watts / (rpm * turn) >= force;
    seconds[strong ? (fast ? 0 : 1) : fast ? 3 : 2]++;
  }
  if (pedalling === 0) return none('no_data', 'no second has both power and cadence above 0');
  const [one, two, three, four] = seconds;
  return allFinite({ one, two, three, four, force, velocity }, 'AEPF and CPV', pedalling / power.length);
}
