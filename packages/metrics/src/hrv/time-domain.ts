import { type Metric, none, value, type Warning } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type CleaningRule, keptBeats } from './clean.ts';

/** Heart-rate variability of a recording in the time domain. */
export interface Hrv {
  /** Root mean square of successive differences, ms. */
  readonly rmssd: number;
  /** Its natural logarithm; null when rMSSD is 0. */
  readonly lnRmssd: number | null;
  /** Standard deviation of the intervals (n − 1), ms. */
  readonly sdnn: number;
  /** Standard deviation of the intervals (n), ms. */
  readonly sdnnPopulation: number;
  /** Share of successive differences above 50 ms, %. */
  readonly pnn50: number;
  /** 60,000 / mean interval, bpm. */
  readonly meanHr: number;
  /** Standard deviation of 5-minute means, ms; null under two such segments. */
  readonly sdann: number | null;
  /** Mean of 5-minute standard deviations, ms; null without a whole segment. */
  readonly sdnnIndex: number | null;
  /** Intervals kept. */
  readonly beats: number;
  /** Share of intervals that were artefacts, %. */
  readonly artefacts: number;
}

const FEWEST = 10;

/**
 * rMSSD, SDNN, pNN50 and mean heart rate of beat-to-beat intervals, artefacts left out.
 *
 * rMSSD = √mean(ΔRR²), over differences between neighbours that both survive the cleaning: a removed beat never makes a
 * difference across its hole. `coverage` is the share of intervals kept. Warns `artefacts` above 5 %: unreliable.
 *
 * | Platform | What it does |
 * |---|---|
 * | GoldenCheetah | differences over three consecutive normal beats |
 * | Intervals.icu | stores `hrv` (rMSSD) and `hrvSDNN` as the source gives them |
 *
 * @param rr intervals in ms, in order.
 * @returns `too_few` under 10 kept intervals or without two neighbours, `bad_input` for a limit outside 0…1.
 * @source Task Force 1996, Circulation 93:1043.
 */
export function hrv(rr: Series, cleaning: CleaningRule = {}): Metric<Hrv> {
  const { limit = 0.2 } = cleaning;
  if (!(limit > 0 && limit < 1)) return none('bad_input', `limit ${limit} must be between 0 and 1, for example 0.2`);
  const kept = keptBeats(rr, cleaning);
  let [beats, sum, squares, differences, over50] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rr.length; i++) {
    if (kept[i] === 0) continue;
    beats++;
    sum += rr[i]!;
    if (i === 0 || kept[i - 1] === 0) continue;
    const difference = rr[i]! - rr[i - 1]!;
    squares += difference * difference;
    differences++;
    if (Math.abs(difference) > 50) over50++;
  }
  if (beats < FEWEST || differences === 0)
    return none('too_few', `${beats} usable intervals; at least ${FEWEST} in a row of some are needed`);
  const mean = sum / beats;
  let spread = 0;
  for (let i = 0; i < rr.length; i++) if (kept[i] === 1) spread += (rr[i]! - mean) ** 2;
  const rmssd = Math.sqrt(squares / differences);
  const artefacts = 100 * (1 - beats / rr.length);
  return value(
    {
      rmssd,
      lnRmssd: rmssd > 0 ? Math.log(rmssd) : null,
      sdnn: Math.sqrt(spread / (beats - 1)),
      sdnnPopulation: Math.sqrt(spread / beats),
      pnn50: (100 * over50) / differences,
      meanHr: 60_000 / mean,
      ...segments(rr, kept),
      beats,
      artefacts,
    },
    `rMSSD, cleaning ${cleaning.rule ?? 'local'}`,
    beats / rr.length,
    artefactWarning(artefacts),
  );
}

/** `artefacts` above 5 %. */
export function artefactWarning(percent: number): Warning[] {
  return percent > 5
    ? [
        {
          code: 'artefacts',
          detail: `${percent.toFixed(1)} % of the intervals are artefacts; above 5 % is unreliable.`,
        },
      ]
    : [];
}

function segments(rr: Series, kept: Uint8Array): Pick<Hrv, 'sdann' | 'sdnnIndex'> {
  const means: number[] = [];
  const deviations: number[] = [];
  let elapsed = 0;
  let beats: number[] = [];
  for (let i = 0; i < rr.length; i++) {
    if (kept[i] === 1) beats.push(rr[i]!);
    elapsed += rr[i]! > 0 && rr[i]! < 10_000 ? rr[i]! : 0;
    if (elapsed < 300_000) continue;
    if (beats.length > 1) {
      const mean = beats.reduce((sum, v) => sum + v, 0) / beats.length;
      means.push(mean);
      deviations.push(deviationOf(beats));
    }
    elapsed -= 300_000;
    beats = [];
  }
  return {
    sdann: means.length > 1 ? deviationOf(means) : null,
    sdnnIndex: deviations.length > 0 ? deviations.reduce((sum, v) => sum + v, 0) / deviations.length : null,
  };
}

/** Sample standard deviation of two values or more. */
export function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
}
