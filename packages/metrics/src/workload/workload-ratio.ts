import { type Day, dayNumber } from '../day/day.ts';
import { checkedLoad, type DailyLoads } from '../load/daily-loads.ts';
import { type Metric, none, value } from '../result/metric.ts';
import { refusing } from '../result/refusing.ts';
import { windowUpTo } from './monotony.ts';

export interface WorkloadRatioOptions {
  /** Default: the last day of the loads. */
  readonly on?: Day;
  /**
   * `coupled` (default): mean of 7 days / mean of 28 days, the week inside both. `uncoupled`: mean of 7 days / mean of the
   * 21 days before them. `ewma`: exponential averages with λ = 2/(N + 1), N = 7 and 28, from 0 on the evening before the
   * first load.
   */
  readonly variant?: 'coupled' | 'uncoupled' | 'ewma';
}

export interface WorkloadRatio {
  /** Acute load a day, load points. */
  readonly acute: number;
  /** Chronic load a day, load points. */
  readonly chronic: number;
  readonly ratio: number;
}

/**
 * Acute : chronic workload ratio. 0.8 to 1.3 is often called safe and more than 1.5 risky; the evidence is contested
 * (Impellizzeri 2020, IJSPP 15:907): report it, do not alarm with it.
 *
 * @returns a refusal before day 28 or outside the loads (`too_short`), when one of the 28 days (`ewma`: any day so far) has
 *   no known load (`no_data`), when the chronic load is 0 (`undefined_ratio`).
 *   `bad_input`: a load below 0, a day that does not exist, an unknown variant.
 * @source Gabbett 2016 BJSM 50:273 (coupled); Williams 2017 BJSM 51:209 (EWMA).
 */
export function workloadRatio(loads: DailyLoads, options: WorkloadRatioOptions = {}): Metric<WorkloadRatio> {
  return refusing(() => {
    const variant = options.variant ?? 'coupled';
    const month = windowUpTo(loads, 28, options.on);
    if ('reason' in month) return month;
    const week = month.values.subarray(21).reduce((sum, load) => sum + load, 0);
    let acute = week / 7;
    let chronic = month.sum / 28;
    if (variant === 'uncoupled') chronic = (month.sum - week) / 21;
    else if (variant === 'ewma') {
      const first = dayNumber(loads.from);
      const end = options.on === undefined ? loads.values.length : dayNumber(options.on) - first + 1;
      acute = 0;
      chronic = 0;
      for (let i = 0; i < end; i++) {
        if (Number.isNaN(loads.values[i]!)) return none('no_data', 'the load of a day so far is not known');
        const load = checkedLoad(loads.values[i]!, first + i);
        acute += (2 / 8) * (load - acute);
        chronic += (2 / 29) * (load - chronic);
      }
    } else if (variant !== 'coupled')
      throw new RangeError(`variant "${variant}" is not one of coupled, uncoupled, ewma`);
    if (chronic === 0) return none('undefined_ratio', 'the chronic load is 0');
    return value({ acute, chronic, ratio: acute / chronic }, `ACWR ${variant} 7:28`, null, month.warnings);
  });
}
