import { Failure, partOf } from '@core/mcp-kit';
import { wire } from '@core/mcp-kit/http';
import { type ChannelName, cleanSamples, type Samples } from '@core/metrics/samples';
import type { Lap, Recording } from '@core/training-tools';
import type { WireAnalysisCharts, WireAnalysisLaps } from '../client/analysis/wire.ts';
import type { TrainingPeaksPort } from '../client/index.ts';
import { channelsOf } from '../domain/analysis/series.ts';

/** Our name of a channel of the analysis service, and what makes SI units of its numbers. */
const channels: Readonly<Record<string, readonly [channel: ChannelName, factor: number]>> = {
  power_w: ['power', 1],
  heart_rate_bpm: ['heart_rate', 1],
  hr_bpm: ['heart_rate', 1],
  cadence_rpm: ['cadence', 1],
  cadence_spm: ['cadence', 1],
  speed_km_h: ['speed', 1 / 3.6],
  distance_km: ['distance', 1000],
  distance_m: ['distance', 1],
  altitude_m: ['altitude', 1],
  elevation_m: ['altitude', 1],
};

/**
 * Samples and laps of a workout from the analysis service.
 *
 * @throws Failure `not_found` when it has totals only.
 */
export async function recordingOf(port: TrainingPeaksPort, workout: string, withLaps: boolean): Promise<Recording> {
  const [charts, laps] = await Promise.all([
    partOf(port.analysis.charts({ workout })),
    withLaps ? partOf(port.analysis.laps({ workout })) : undefined,
  ]);
  if (charts.failure !== undefined) throw nothing(workout, charts.failure);
  const samples = samplesOf(workout, charts.value);
  const given = laps === undefined || laps.failure !== undefined ? undefined : laps.value;
  const found = given === undefined ? [] : lapsOf(given, samples);
  // One lap is the whole recording: nobody pressed a button.
  if (found.length < 2) return { samples, laps: [], lapSource: null, damage: [] };
  return { samples, laps: found, lapSource: sourceOf(given), damage: [] };
}

function samplesOf(workout: string, charts: WireAnalysisCharts): Samples {
  const { seconds, series } = channelsOf(charts, undefined);
  if (!seconds.some((second) => second !== null)) throw nothing(workout);
  const read: Partial<Record<ChannelName, Float64Array>> = {};
  for (const { name, values } of series) {
    const [channel, factor] = channels[name] ?? [];
    if (channel === undefined || factor === undefined || read[channel] !== undefined) continue;
    read[channel] = Float64Array.from(values, (value) => (value === null ? Number.NaN : value * factor));
  }
  const timeMs = Float64Array.from(seconds, (second) => (second === null ? Number.NaN : second * 1000));
  return cleanSamples({ timeMs, channels: read, clock: 'relative' }).samples;
}

function nothing(workout: string, cause?: Failure): Failure {
  if (cause !== undefined && cause.kind !== 'not_found') return cause;
  return new Failure('not_found', `Workout ${workout} has no samples: it was typed in`, {
    next: 'use its totals',
    ...(cause !== undefined && { cause }),
  });
}

/** Laps on the seconds of the recording, in order and without overlap; those of no length are left out. */
function lapsOf({ data }: WireAnalysisLaps, { time }: Samples): Lap[] {
  const end = Math.floor(time.at(-1) ?? 0) + 1;
  let last = 0;
  return data.flatMap(({ startOffsetSeconds, stopOffsetSeconds, Name: name }) => {
    const [from, to] = [startOffsetSeconds, stopOffsetSeconds].map(
      (value) => wire.number.safeParse(value).data ?? null,
    );
    if (from == null || to == null) return [];
    const fromS = Math.max(last, Math.round(from));
    const toS = Math.min(end, Math.round(to));
    if (toS <= fromS) return [];
    last = toS;
    return [{ fromS, toS, label: typeof name === 'string' && !/^Lap \d+$/.test(name) ? name : null }];
  });
}

function sourceOf(laps: WireAnalysisLaps | undefined): 'device' | 'platform' {
  return laps?.data.every(({ Source }) => Source === 'Device') === true ? 'device' : 'platform';
}
