import { finite, type Metric, needPositive, none, type Warning } from '../result/index.ts';

/**
 * Intensity factor (IF): NP / FTP, a ratio. Use the FTP that was valid on the day of the activity.
 * Refuses `bad_input` unless `ftp` > 0 and `np` is finite and ≥ 0.
 * @source Allen & Coggan
 */
export function intensityFactor(np: number, ftp: number): Metric {
  const refusal = needPositive({ ftp });
  if (refusal !== null) return refusal;
  if (!(np >= 0)) return none('bad_input', `np must be 0 or more, got ${np}`);
  return finite(np / ftp, 'IF, NP / FTP');
}

/** An effort as training load needs it. */
export interface RatedEffort {
  /** Normalized power, W. */
  readonly np: number;
  /** Timer time, seconds: what devices and TrainingPeaks use. */
  readonly seconds: number;
  /** FTP of that date, W. */
  readonly ftp: number;
}

/**
 * Training stress score (TSS), points: seconds·NP·IF / (FTP·3600) · 100 = 100 · h · IF². An hour at FTP is 100.
 *
 * `seconds` is timer time even where NP covers less. Never capped: more than 100 within an hour means FTP is too low,
 * which comes as the warning `ftp_too_low` (efforts of ≥ 60 min with IF > 1.05).
 * Refuses `bad_input` unless `ftp` > 0 and the others are finite and ≥ 0.
 * @source Allen & Coggan; device TSS in 26 public files always equals timer time × NP × IF
 */
export function trainingStressScore(effort: RatedEffort): Metric {
  const intensity = intensityFactor(effort.np, effort.ftp);
  if (intensity.value === null) return intensity;
  if (!(effort.seconds >= 0)) return none('bad_input', `seconds must be 0 or more, got ${effort.seconds}`);
  const warnings: Warning[] =
    intensity.value > 1.05 && effort.seconds >= 3600
      ? [
          {
            code: 'ftp_too_low',
            detail: `IF ${intensity.value.toFixed(2)} for ${effort.seconds} s: FTP ${effort.ftp} W is too low`,
          },
        ]
      : [];
  return finite((effort.seconds * intensity.value * intensity.value) / 36, 'TSS, 100 · h · IF²', null, warnings);
}

/**
 * Variability index (VI): NP / average power, a ratio ≥ 1 for full coverage; 1.00–1.05 is steady.
 * `averagePower` counts zeros. Refuses `undefined_ratio` when it is 0, `bad_input` for negative or non-finite input.
 * @source Allen & Coggan
 */
export function variabilityIndex(np: number, averagePower: number): Metric {
  if (!(np >= 0 && averagePower >= 0)) return none('bad_input', 'np and averagePower must be 0 or more');
  if (averagePower === 0) return none('undefined_ratio', 'average power is 0 W');
  return finite(np / averagePower, 'VI, NP / average power');
}

/**
 * Efficiency factor (EF): output per heart beat. Bike: NP in W gives W per bpm; run: graded speed in m/min gives m/min
 * per bpm (Friel's text uses yards). Refuses `undefined_ratio` when the heart rate is 0, `bad_input` for negative input.
 * @source Friel
 */
export function efficiencyFactor(output: number, averageHeartRate: number): Metric {
  if (!(output >= 0 && averageHeartRate >= 0))
    return none('bad_input', 'output and averageHeartRate must be 0 or more');
  if (averageHeartRate === 0) return none('undefined_ratio', 'average heart rate is 0 bpm');
  return finite(output / averageHeartRate, 'EF, output / average heart rate');
}
