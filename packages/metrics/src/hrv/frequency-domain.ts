import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type CleaningRule, keptBeats } from './clean.ts';
import { artefactWarning } from './time-domain.ts';

/** Power of the intervals' oscillations, ms². */
export interface HrvSpectrum {
  /** 0.04 to 0.15 Hz. */
  readonly lf: number;
  /** 0.15 to 0.4 Hz. */
  readonly hf: number;
  /** LF / HF; null when HF is 0. */
  readonly ratio: number | null;
  /** Windows of 5 min averaged (one shorter window for a shorter recording). */
  readonly windows: number;
}

const WINDOW = 300;

/**
 * Low- and high-frequency power of beat-to-beat intervals, by the Lomb periodogram: no resampling, so a removed beat
 * invents nothing. Windows of 5 min, each with its linear trend taken out, averaged.
 *
 * @param rr intervals in ms, in order.
 * @returns `too_short` under 2 min, `too_few` when no window has 60 usable intervals. Warns `artefacts` above 5 %.
 * @source Lomb 1976; bands of Task Force 1996, Circulation 93:1043.
 */
export function hrvSpectrum(rr: Series, cleaning: CleaningRule = {}): Metric<HrvSpectrum> {
  const kept = keptBeats(rr, cleaning);
  const times: number[] = [];
  const intervals: number[] = [];
  let clock = 0;
  for (let i = 0; i < rr.length; i++) {
    if (rr[i]! > 0 && rr[i]! < 10_000) clock += rr[i]! / 1000;
    if (kept[i] === 0) continue;
    times.push(clock);
    intervals.push(rr[i]!);
  }
  if (clock < 120) return none('too_short', `${clock.toFixed(0)} s of intervals; the spectrum needs 120`);
  const length = Math.min(WINDOW, clock);
  let [lf, hf, windows] = [0, 0, 0];
  for (let from = 0, first = 0; from + length <= clock + 1e-9; from += length) {
    let last = first;
    while (last < times.length && times[last]! <= from + length + 1e-9) last++;
    if (last - first >= 60) {
      const power = periodogram(
        times.slice(first, last),
        detrended(times.slice(first, last), intervals.slice(first, last)),
        length,
      );
      lf += power.lf;
      hf += power.hf;
      windows++;
    }
    first = last;
  }
  if (windows === 0) return none('too_few', 'no window has 60 usable intervals');
  const artefacts = 100 * (1 - times.length / rr.length);
  const spectrum = { lf: lf / windows, hf: hf / windows, ratio: hf > 0 ? lf / hf : null, windows };
  return value(spectrum, 'Lomb periodogram, 5 min windows', times.length / rr.length, artefactWarning(artefacts));
}

function detrended(times: readonly number[], values: readonly number[]): number[] {
  const n = times.length;
  const t0 = times.reduce((sum, t) => sum + t, 0) / n;
  const v0 = values.reduce((sum, v) => sum + v, 0) / n;
  let [tt, tv] = [0, 0];
  for (let i = 0; i < n; i++) {
    tt += (times[i]! - t0) ** 2;
    tv += (times[i]! - t0) * (values[i]! - v0);
  }
  return values.map((v, i) => v - v0 - (tv / tt) * (times[i]! - t0));
}

/** Band powers, scaled so that a sinusoid of amplitude A inside a band adds A²/2. */
function periodogram(times: readonly number[], values: readonly number[], length: number): { lf: number; hf: number } {
  let [lf, hf] = [0, 0];
  for (let k = Math.ceil(0.04 * length); k / length < 0.4; k++) {
    const omega = (2 * Math.PI * k) / length;
    let [sin2, cos2] = [0, 0];
    for (const t of times) {
      sin2 += Math.sin(2 * omega * t);
      cos2 += Math.cos(2 * omega * t);
    }
    const shift = Math.atan2(sin2, cos2) / (2 * omega);
    let [c, s, cc, ss] = [0, 0, 0, 0];
    for (let i = 0; i < times.length; i++) {
      const [cos, sin] = [Math.cos(omega * (times[i]! - shift)), Math.sin(omega * (times[i]! - shift))];
      c += values[i]! * cos;
      s += values[i]! * sin;
      cc += cos * cos;
      ss += sin * sin;
    }
    const power = ((c * c) / cc + (ss > 0 ? (s * s) / ss : 0)) / times.length;
    if (k / length < 0.15) lf += power;
    else hf += power;
  }
  return { lf, hf };
}
