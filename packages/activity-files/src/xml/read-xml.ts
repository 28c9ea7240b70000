import type { CleaningReport, Samples } from '@core/metrics/samples';
import type { Activity, ActivityFormat, Device, DeviceThresholds, Summary } from '../activity/model.ts';
import { ActivityFileError, Problems } from '../activity/problem.ts';

export interface XmlOptions {
  /** Refuse a file with any problem: throws `ActivityFileError` at the first one. Default false: read what is there. */
  readonly strict?: boolean;
}

/** Text files larger than this are refused. A day of GPX is 40 MB. */
const mostBytes = 400 << 20;

/** The bytes of an XML file as UTF-8: UTF-16 is recognised by its byte order mark and turned into it. */
export function xmlBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length > mostBytes)
    throw new ActivityFileError({ kind: 'limit', offset: mostBytes, detail: 'XML larger than 400 MiB' });
  const first = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (first !== 0xfffe && first !== 0xfeff) return bytes;
  const text = new TextDecoder(first === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
  return new TextEncoder().encode(text);
}

export function xmlProblems(options: XmlOptions): Problems {
  return new Problems(options.strict ?? false);
}

const noThresholds: DeviceThresholds = {
  functionalThresholdPowerW: null,
  thresholdHeartRateBpm: null,
  maxHeartRateBpm: null,
  restingHeartRateBpm: null,
  weightKg: null,
  heartRateZonesBpm: null,
  powerZonesW: null,
};

/** A summary of which nothing is known yet. */
export const emptySummary: Summary = {
  sport: null,
  subSport: null,
  name: null,
  startMs: null,
  elapsedS: null,
  timerS: null,
  movingS: null,
  distanceM: null,
  avgPowerW: null,
  maxPowerW: null,
  normalizedPowerW: null,
  trainingStressScore: null,
  intensityFactor: null,
  thresholdPowerW: null,
  workJ: null,
  avgHeartRateBpm: null,
  maxHeartRateBpm: null,
  avgCadenceRpm: null,
  maxCadenceRpm: null,
  avgSpeedMs: null,
  maxSpeedMs: null,
  ascentM: null,
  descentM: null,
  caloriesKcal: null,
  aerobicTrainingEffect: null,
  anaerobicTrainingEffect: null,
  poolLengthM: null,
  trigger: null,
  intensity: null,
  rows: { from: 0, to: 0 },
};

/** The parts of an activity that TCX and GPX can hold; the rest is empty. */
export interface XmlActivity {
  readonly format: ActivityFormat;
  readonly samples: Samples;
  readonly cleaning: CleaningReport;
  readonly sport: string | null;
  readonly subSport: string | null;
  readonly sessions: readonly Summary[];
  readonly laps: readonly Summary[];
  readonly creator: string;
  readonly problems: Problems;
}

/** An activity of what TCX and GPX can tell; what only FIT has is empty. */
export function xmlActivity(parts: XmlActivity): Activity {
  const { creator, problems, ...rest } = parts;
  return {
    ...rest,
    lengths: [],
    events: [],
    rr: { intervalsMs: new Float64Array(0), timeS: new Float64Array(0) },
    devices: creator === '' ? [] : [recorder(creator)],
    thresholds: noThresholds,
    developer: [],
    developerFields: 0,
    localOffsetMs: null,
    problems: problems.list,
  };
}

function recorder(product: string): Device {
  return {
    index: 0,
    manufacturer: null,
    product,
    serialNumber: null,
    softwareVersion: null,
    kind: null,
    batteryStatus: null,
    batteryVoltage: null,
  };
}
