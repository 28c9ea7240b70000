import { heartRateLoad, type Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { numberOrNull, type Row } from '../shape/body.ts';
import { type Measured, measure } from '../workouts/measured.ts';

interface Total {
  readonly friendlyName: string;
  readonly value: number;
  readonly unit: string | null;
}

const SECONDS = 'h:m:s';

/** The totals of a workout: from its samples, or from what was typed in. */
export function summaryData(record: AthleteRecord, row: Row, recording: Recording | undefined): Record<string, Total> {
  const totals = recording ? recordedTotals(record, row, recording) : typedTotals(row);
  return Object.fromEntries(
    Object.entries(totals)
      .filter((entry): entry is [string, readonly [string, number, string | null]] => entry[1] !== undefined)
      .map(([key, [friendlyName, value, unit]]) => [key, { friendlyName, value, unit }]),
  );
}

type Totals = Record<string, readonly [string, number, string | null] | undefined>;

/** Nothing for what is not known. */
function total(name: string, value: number | null, unit: string | null) {
  return value === null ? undefined : ([name, value, unit] as const);
}

function typedTotals(row: Row): Totals {
  const hours = numberOrNull(row.totalTime);
  const metres = numberOrNull(row.distance);
  return {
    TotalTimerTime: total('Duration', hours === null ? null : Math.round(hours * 3600), SECONDS),
    TotalDistance: total('Distance', metres === null ? null : metres / 1000, 'km'),
    TrainingStressScore: total('TSS', numberOrNull(row.tssActual), ''),
  };
}

function recordedTotals(record: AthleteRecord, row: Row, recording: Recording): Totals {
  const m = measure(recording);
  const { profile } = record;
  const onFoot = row.workoutTypeValueId === 3 || row.workoutTypeValueId === 13;
  const beats = recording.channels.heartRate;
  const lthr = onFoot ? profile.lthrRun : profile.lthrRide;
  const hrTss = beats ? Math.round(heartRateLoad(beats, lthr, profile) * 10) / 10 : null;
  const vam = m.elevationGain === null || m.moving === 0 ? null : (m.elevationGain / m.moving) * 3600;
  return {
    TotalElapsedTime: total('Elapsed time', m.elapsed, SECONDS),
    TotalTimerTime: total('Duration', m.seconds, SECONDS),
    TotalMovingTime: total('Moving time', m.moving, SECONDS),
    TotalDistance: total('Distance', m.distance === null ? null : round(m.distance / 1000, 2), 'km'),
    TrainingStressScore: total('TSS', numberOrNull(row.tssActual), ''),
    hrTSS: total('hrTSS', hrTss, ''),
    IntensityFactor: total('IF', numberOrNull(row.if), ''),
    hrIntensityFactor: total('hrIF', hrTss === null ? null : round(Math.sqrt((36 * hrTss) / m.seconds), 2), ''),
    NormalizedPower: total('NP', m.normalizedPower === null ? null : Math.round(m.normalizedPower), 'W'),
    EfficiencyFactor: total('EF', efficiency(m, onFoot), ''),
    Decoupling: total(onFoot ? 'Pa:HR' : 'Pw:HR', decoupling(recording, onFoot), '%'),
    TotalAscent: total('El. Gain', m.elevationGain, 'm'),
    TotalDescent: total('El. Loss', m.elevationLoss, 'm'),
    Grade: total(
      'Grade',
      m.distance === null || m.elevationGain === null ? null : round((100 * m.elevationGain) / m.distance, 1),
      '%',
    ),
    Vam: total('VAM', vam === null ? null : Math.round(vam), 'm/h'),
    VamPerWeight: total('VAM W/kg', vam === null || onFoot ? null : round(vam / 900, 2), null),
  };
}

function efficiency(m: Measured, onFoot: boolean): number | null {
  const output = onFoot ? m.normalizedSpeed && m.normalizedSpeed * 60 : m.normalizedPower;
  return output === null || m.heartRateAverage === null ? null : round(output / m.heartRateAverage, 2);
}

/** Percent by which output per heart beat fell from the first half to the second. */
function decoupling(recording: Recording, onFoot: boolean): number | null {
  const half = Math.floor(recording.length / 2);
  const ratio = (from: number, to: number) => {
    const m = measure(recording, from, to);
    const output = onFoot ? m.normalizedSpeed : m.normalizedPower;
    return output === null || m.heartRateAverage === null ? null : output / m.heartRateAverage;
  };
  const first = ratio(0, half);
  const second = ratio(half, recording.length);
  return first === null || second === null || first === 0 ? null : round((100 * (first - second)) / first, 2);
}

export function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
