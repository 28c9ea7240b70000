import { allFinite, type Metric, needPositive, type Warning } from '../result/index.ts';

/** What recent activities say about a threshold in use. Leave out what is not known. */
export interface ThresholdSigns {
  /** Highest TSS scored within any hour. */
  readonly bestHourLoad?: number;
  /** Highest IF held for over 60 min. */
  readonly bestHourIntensity?: number;
  /** Lowest W′ balance as a share of W′ (−0.1 is 10 % below empty). */
  readonly lowestBalance?: number;
  /** Change of heart rate at FTP over 42 days, bpm. */
  readonly heartRateDrift?: number;
}

export interface ThresholdChange {
  readonly event: 'up' | 'down' | 'unchanged';
  /** estimate / current − 1, %. */
  readonly percent: number;
}

/**
 * Whether a new estimate moves the threshold in use: beyond ± 2 % it is `up` or `down`, and a move down needs a maximal
 * effort behind the estimate (`estimateFtp` refuses others). Contradictions come as warnings: `hour_over_100` (TSS > 100
 * within an hour), `hour_over_105` (IF > 1.05 for 60 min), `balance_below_empty` (W′ < −10 %), `heart_rate_drift`
 * (> 5 bpm at FTP in 42 days). Refuses `bad_input` unless both are above 0.
 * @source engineering choice
 */
export function thresholdChange(
  current: number,
  estimate: number,
  signs: ThresholdSigns = {},
): Metric<ThresholdChange> {
  const refusal = needPositive({ current, estimate });
  if (refusal !== null) return refusal;
  const percent = (estimate / current - 1) * 100;
  const warnings: Warning[] = [];
  const { bestHourLoad = 0, bestHourIntensity = 0, lowestBalance = 1, heartRateDrift = 0 } = signs;
  if (bestHourLoad > 100)
    warnings.push({
      code: 'hour_over_100',
      detail: `${bestHourLoad.toFixed(0)} TSS within an hour: the threshold is too low`,
    });
  if (bestHourIntensity > 1.05)
    warnings.push({
      code: 'hour_over_105',
      detail: `IF ${bestHourIntensity.toFixed(2)} for an hour: the threshold is too low`,
    });
  if (lowestBalance < -0.1)
    warnings.push({
      code: 'balance_below_empty',
      detail: `W′ fell to ${Math.round(lowestBalance * 100)} %: CP or W′ is too low`,
    });
  if (Math.abs(heartRateDrift) > 5)
    warnings.push({
      code: 'heart_rate_drift',
      detail: `heart rate at FTP moved ${heartRateDrift.toFixed(0)} bpm in 42 days`,
    });
  const event = percent > 2 + 1e-9 ? 'up' : percent < -2 - 1e-9 ? 'down' : 'unchanged';
  return allFinite({ event, percent }, 'estimate against the threshold in use, ± 2 %', null, warnings);
}
