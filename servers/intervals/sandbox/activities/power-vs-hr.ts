import type { Recording } from '@core/sandbox/athlete';
import { mean, meanPositive } from './arithmetic.ts';
import type { Facts } from './facts.ts';
import { decoupling, wattTops } from './power.ts';

const HR_LAG_S = 30;

/** Power against heart rate by minute, with the two halves and zone 2; undefined without both sensors. */
export function powerVersusHeart(recording: Recording, facts: Facts): Record<string, unknown> | undefined {
  const { power, heartRate, cadence } = recording.channels;
  if (!power || !heartRate) return undefined;
  const warmup = Math.min(Number(facts.group.warmup_time ?? 0), Math.floor(power.length / 4));
  const cooldown = Math.min(Number(facts.group.cooldown_time ?? 0), Math.floor(power.length / 4));
  const [start, end] = [warmup, power.length - cooldown];
  const mid = Math.floor((start + end) / 2);
  const ratio = (from: number, to: number) => {
    const hr = meanPositive(heartRate, from, to);
    return hr === null ? null : (mean(power, from, to) ?? 0) / hr;
  };
  const bucketSize = 60;
  const series = [];
  for (let at = 0; at + bucketSize <= power.length; at += bucketSize) {
    series.push({
      start: at,
      secs: bucketSize,
      movingSecs: bucketSize,
      watts: mean(power, at, at + bucketSize),
      hr: meanPositive(heartRate, at, at + bucketSize),
      cadence: Math.round(meanPositive(cadence, at, at + bucketSize) ?? 0),
    });
  }
  const [bottom, top] = wattTops(facts);
  const easy = series.filter(({ watts }) => watts !== null && watts > (bottom ?? 0) && watts <= (top ?? 0));
  const z2 = easy.filter(({ hr }) => hr !== null).map(({ watts, hr }) => watts! / hr!);
  return {
    bucketSize,
    warmup,
    cooldown,
    elapsedTime: (recording.time[recording.length - 1] ?? 0) + 1,
    hrLag: HR_LAG_S,
    powerHr: ratio(start, end),
    powerHrFirst: ratio(start, mid),
    powerHrSecond: ratio(mid, end),
    decoupling: decoupling(power, heartRate, start, end),
    powerHrZ2: mean(z2),
    medianCadenceZ2: easy.map((each) => each.cadence).sort((a, b) => a - b)[Math.floor(easy.length / 2)] ?? null,
    avgCadenceZ2: Math.round(mean(easy.map((each) => each.cadence)) ?? 0),
    hrZ2BucketCount: z2.length,
    start,
    mid,
    end,
    series,
    curves: [],
    ratioCoefficients: [],
  };
}
