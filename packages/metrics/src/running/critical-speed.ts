import { type Metric, needPositive, none, value, type Warning } from '../result/index.ts';
import type { Race } from './race-prediction.ts';

export interface CriticalSpeed {
  /** m/s */
  readonly criticalSpeed: number;
  /** D′, the distance that can be run above critical speed, m. */
  readonly distanceReserve: number;
}

/**
 * Critical speed and D′ by regression of distance on time over trials: D = CS·t + D′.
 *
 * Use all-out trials of 2 to 20 min (about 1.2 to 5 km); others are used and warned of (`outside_range`), and so is a fit
 * on two trials (`two_trials`), which always fits.
 * @returns `too_few` under two trials of different times, `no_fit` when CS or D′ is not above 0, `bad_input` unless times
 *   and distances are above 0.
 * @source Hughson 1984; Jones 2010, Med Sci Sports Exerc 42:1876.
 */
export function criticalSpeed(trials: readonly Race[]): Metric<CriticalSpeed> {
  for (const { distance, seconds } of trials) {
    const refusal = needPositive({ distance, seconds });
    if (refusal !== null) return refusal;
  }
  const n = trials.length;
  const t0 = trials.reduce((sum, trial) => sum + trial.seconds, 0) / n;
  const d0 = trials.reduce((sum, trial) => sum + trial.distance, 0) / n;
  const tt = trials.reduce((sum, trial) => sum + (trial.seconds - t0) ** 2, 0);
  const td = trials.reduce((sum, trial) => sum + (trial.seconds - t0) * (trial.distance - d0), 0);
  if (!(tt > 0)) return none('too_few', 'trials of at least two different times are needed');
  const speed = td / tt;
  const reserve = d0 - speed * t0;
  if (!(speed > 0 && reserve > 0))
    return none(
      'no_fit',
      `the trials give CS ${speed.toFixed(2)} m/s and D′ ${reserve.toFixed(0)} m; were all of them all-out?`,
    );
  const warnings: Warning[] = [];
  if (n === 2) warnings.push({ code: 'two_trials', detail: 'Two trials always fit; a third would test the model.' });
  if (trials.some(({ seconds }) => seconds < 120 || seconds > 1200))
    warnings.push({ code: 'outside_range', detail: 'Trials of 2 to 20 min are within the model.' });
  return value({ criticalSpeed: speed, distanceReserve: reserve }, `distance on time, ${n} trials`, null, warnings);
}
