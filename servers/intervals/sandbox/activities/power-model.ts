import { bestMean } from '@core/sandbox/athlete';
import type { Facts } from './facts.ts';

/** Share of threshold power that an effort of this many seconds stands for; between them by the logarithm of time. */
const SHARE: readonly (readonly [number, number])[] = [
  [180, 1.24],
  [300, 1.15],
  [480, 1.1],
  [720, 1.07],
  [1200, 1.05],
  [1800, 1.025],
  [3600, 1],
];

interface FittedModel {
  readonly ftp: number;
  readonly seconds: number;
  readonly watts: number;
}

/** The threshold that the best effort of 3 to 60 minutes stands for: which one is decided by what it yields. */
function bestEffortModel(power: ArrayLike<number>, shortest: number): FittedModel | undefined {
  let best: FittedModel | undefined;
  for (const [seconds, share] of SHARE) {
    if (seconds < shortest) continue;
    const watts = bestMean(power, seconds);
    if (watts === undefined) break;
    const ftp = watts / share;
    if (best === undefined || ftp > best.ftp) best = { ftp, seconds, watts };
  }
  return best;
}

/** The model fitted to one activity, in the service's keys. */
export function modelOf(power: ArrayLike<number>, facts: Facts): Record<string, unknown> {
  const model = bestEffortModel(power, Number(facts.group.ftp_est_min_secs ?? 300));
  if (!model) return {};
  const ftp = Math.round(model.ftp);
  return {
    icu_pm_ftp: ftp,
    icu_pm_cp: ftp,
    icu_pm_w_prime: facts.wPrime,
    icu_pm_p_max: Math.round(bestMean(power, 1) ?? 0),
    icu_pm_ftp_secs: model.seconds,
    icu_pm_ftp_watts: Math.round(model.watts),
  };
}
