import type { Samples } from '@core/metrics/samples';
import type { Length, RrIntervals, Summary } from '../../activity/model.ts';
import { BaseType, wireType } from '../base-type.ts';
import { type ProfileMessage, profile } from '../profile/table.ts';
import { type FitFieldValue, FitWriteError } from './encode-value.ts';
import { developerIndex, type ExtraColumn, recordWriter, splitChannels } from './record-layout.ts';
import { type FitFields, type FitMessage, FitWriter } from './write-fit.ts';

/** A session or lap to write: what is absent or null is not written. */
export type SummaryToWrite = Partial<Omit<Summary, 'rows'>>;

/** The recorder. Manufacturer by profile name (`development` by default) or number. */
export interface RecorderToWrite {
  readonly manufacturer?: string | number;
  readonly product?: number;
  readonly productName?: string;
  readonly serialNumber?: number;
  readonly softwareVersion?: number;
}

export interface ActivityToWrite {
  /** Needs `startMs`. Times are written in whole seconds, the resolution of the format. */
  readonly samples: Samples;
  readonly sport: string | null;
  readonly subSport?: string | null;
  /** Default: one session over all samples, with the totals that follow from them. */
  readonly sessions?: readonly SummaryToWrite[];
  readonly laps?: readonly SummaryToWrite[];
  readonly lengths?: readonly Partial<Length>[];
  readonly rr?: RrIntervals;
  readonly recorder?: RecorderToWrite;
  readonly localOffsetMs?: number | null;
  /** Messages to put after the recorder's: zones, user profile, workout steps, sensors. */
  readonly settings?: readonly FitMessage[];
}

/**
 * Writes an activity file: records, timer events for the pauses, beat intervals, laps, lengths, sessions. Channels that
 * the profile has no field for become developer fields. Reading it back with `readFit` gives the same samples, rounded to
 * the resolution of each field (1 W, 1 bpm, 1 cm, 1 mm/s, 0.2 m of altitude, 8e-8°).
 *
 * @throws FitWriteError without a start time, and for values that do not fit their field
 */
export function writeFitActivity(activity: ActivityToWrite): Uint8Array {
  const { samples } = activity;
  const startMs = samples.startMs;
  if (startMs === null)
    throw new FitWriteError('samples.startMs', 'null: a FIT file needs the time of day of its start');
  const writer = new FitWriter();
  const record = profile.byName('record') as ProfileMessage;
  const { fields, extra } = splitChannels(samples, record);
  const message = (m: FitMessage) => writer.message(m);

  for (const m of headMessages(activity, startMs)) message(m);
  for (const m of descriptionMessages(extra)) message(m);
  writeTimeline(activity, startMs, message, recordWriter(writer, samples, fields, extra));

  const sessions = sessionsOf(activity, startMs);
  for (const [i, lap] of (activity.laps ?? sessions).entries())
    message({ message: 'lap', fields: { message_index: i, event: 'lap', event_type: 'stop', ...lapFields(lap) } });
  for (const [i, length] of (activity.lengths ?? []).entries())
    message({ message: 'length', fields: lengthFields(length, i) });
  for (const [i, session] of sessions.entries())
    message({
      message: 'session',
      fields: { message_index: i, event: 'session', event_type: 'stop', ...sessionFields(session) },
    });
  const endMs = startMs + lastTime(samples) * 1000;
  message({
    message: 'activity',
    fields: {
      timestamp: endMs,
      total_timer_time: sessions.reduce((sum, session) => sum + (session.timerS ?? 0), 0),
      num_sessions: sessions.length,
      type: sessions.length > 1 ? 'auto_multi_sport' : 'manual',
      event: 'activity',
      event_type: 'stop',
      ...(typeof activity.localOffsetMs === 'number' ? { local_timestamp: endMs + activity.localOffsetMs } : {}),
    },
  });
  return writer.finish();
}

function* headMessages({ recorder = {}, settings = [] }: ActivityToWrite, startMs: number): Generator<FitMessage> {
  const device = {
    manufacturer: recorder.manufacturer ?? 'development',
    product: recorder.product ?? 1,
    ...(recorder.serialNumber === undefined ? {} : { serial_number: recorder.serialNumber }),
    ...(recorder.productName === undefined ? {} : { product_name: recorder.productName }),
  };
  yield { message: 'file_id', fields: { type: 'activity', time_created: startMs, ...device } };
  const version = recorder.softwareVersion === undefined ? {} : { software_version: recorder.softwareVersion };
  yield { message: 'device_info', fields: { timestamp: startMs, device_index: 0, ...device, ...version } };
  yield* settings;
}

function* descriptionMessages(extra: readonly ExtraColumn[]): Generator<FitMessage> {
  if (extra.length === 0) return;
  yield {
    message: 'developer_data_id',
    fields: { developer_data_index: developerIndex, application_id: new Array(16).fill(1) },
  };
  for (const [number, { name }] of extra.entries())
    yield {
      message: 'field_description',
      fields: {
        developer_data_index: developerIndex,
        field_definition_number: number,
        fit_base_type_id: wireType(BaseType.float32),
        field_name: name,
      },
    };
}

/** Records, timer events and beat intervals in the order of time, as a device writes them. */
function writeTimeline(
  { samples, rr }: ActivityToWrite,
  startMs: number,
  message: (m: FitMessage) => void,
  record: (row: number) => void,
): void {
  const timer = (seconds: number, type: 'start' | 'stop_all') =>
    message({ message: 'event', fields: { timestamp: startMs + seconds * 1000, event: 'timer', event_type: type } });
  timer(0, 'start');
  let pause = 0;
  let beat = 0;
  for (let row = 0; row < samples.time.length; row++) {
    const at = samples.time[row] as number;
    for (let next = samples.pauses[pause]; next !== undefined && next.to <= at; next = samples.pauses[++pause]) {
      timer(next.from, 'stop_all');
      timer(next.to, 'start');
    }
    record(row);
    beat = writeBeats(rr, beat, at, message);
  }
  writeBeats(rr, beat, Number.POSITIVE_INFINITY, message);
  for (const next of samples.pauses.slice(pause)) {
    timer(next.from, 'stop_all');
    timer(next.to, 'start');
  }
  timer(Math.max(lastTime(samples), samples.pauses.at(-1)?.to ?? 0), 'stop_all');
}

const beatsPerMessage = 5;

/** Writes the beats up to second `until`, five a message; returns the next beat. Beats without a time come at the end. */
function writeBeats(
  rr: RrIntervals | undefined,
  from: number,
  until: number,
  message: (m: FitMessage) => void,
): number {
  if (rr === undefined) return from;
  let next = from;
  while (next < rr.intervalsMs.length && (until === Number.POSITIVE_INFINITY || (rr.timeS[next] as number) <= until))
    next++;
  for (let i = from; i < next; i += beatsPerMessage) {
    const beats = Array.from(rr.intervalsMs.subarray(i, Math.min(next, i + beatsPerMessage)), (ms) => ms / 1000);
    message({ message: 'hrv', fields: { time: [...beats, ...new Array(beatsPerMessage - beats.length).fill(null)] } });
  }
  return next;
}

function sessionsOf(activity: ActivityToWrite, startMs: number): readonly SummaryToWrite[] {
  if (activity.sessions !== undefined) return activity.sessions;
  const { samples } = activity;
  const elapsedS = lastTime(samples);
  const paused = samples.pauses.reduce((sum, pause) => sum + pause.to - pause.from, 0);
  const distance = samples.channels.distance?.findLast((value) => !Number.isNaN(value));
  return [
    {
      sport: activity.sport,
      subSport: activity.subSport ?? null,
      startMs,
      elapsedS,
      timerS: Math.max(0, elapsedS - paused),
      ...(distance === undefined ? {} : { distanceM: distance }),
      trigger: 'activity_end',
    },
  ];
}

function lastTime(samples: Samples): number {
  return samples.time.at(-1) ?? 0;
}

/** Drops what is not recorded. */
function given(fields: Readonly<Record<string, FitFieldValue>>): Record<string, FitFieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

function sharedFields(summary: SummaryToWrite): Record<string, FitFieldValue> {
  const { startMs, elapsedS } = summary;
  const cadence = (value: number | null | undefined) => (typeof value === 'number' ? Math.floor(value) : undefined);
  const fraction = (value: number | null | undefined) =>
    typeof value === 'number' && value % 1 !== 0 ? value % 1 : undefined;
  return {
    timestamp: typeof startMs === 'number' ? startMs + (elapsedS ?? 0) * 1000 : undefined,
    start_time: startMs,
    sport: summary.sport,
    sub_sport: summary.subSport,
    total_elapsed_time: elapsedS,
    total_timer_time: summary.timerS,
    total_moving_time: summary.movingS,
    total_distance: summary.distanceM,
    avg_power: summary.avgPowerW,
    max_power: summary.maxPowerW,
    normalized_power: summary.normalizedPowerW,
    total_work: summary.workJ,
    avg_heart_rate: summary.avgHeartRateBpm,
    max_heart_rate: summary.maxHeartRateBpm,
    avg_cadence: cadence(summary.avgCadenceRpm),
    avg_fractional_cadence: fraction(summary.avgCadenceRpm),
    max_cadence: cadence(summary.maxCadenceRpm),
    max_fractional_cadence: fraction(summary.maxCadenceRpm),
    enhanced_avg_speed: summary.avgSpeedMs,
    enhanced_max_speed: summary.maxSpeedMs,
    total_ascent: summary.ascentM,
    total_descent: summary.descentM,
    total_calories: summary.caloriesKcal,
  };
}

function lapFields(lap: SummaryToWrite): FitFields<'lap'> {
  return given({ ...sharedFields(lap), intensity: lap.intensity, lap_trigger: lapTrigger(lap.trigger) });
}

/** A session stands in for a missing lap; its trigger is none of a lap. */
function lapTrigger(trigger: string | null | undefined): string | null {
  return trigger === 'activity_end' || trigger === 'auto_multi_sport' ? 'session_end' : (trigger ?? null);
}

function sessionFields(session: SummaryToWrite): FitFields<'session'> {
  return given({
    ...sharedFields(session),
    sport_profile_name: session.name,
    training_stress_score: session.trainingStressScore,
    intensity_factor: session.intensityFactor,
    threshold_power: session.thresholdPowerW,
    total_training_effect: session.aerobicTrainingEffect,
    total_anaerobic_training_effect: session.anaerobicTrainingEffect,
    pool_length: session.poolLengthM,
    trigger: session.trigger,
  });
}

function lengthFields(length: Partial<Length>, index: number): FitFields<'length'> {
  return given({
    message_index: index,
    timestamp: typeof length.startMs === 'number' ? length.startMs + (length.elapsedS ?? 0) * 1000 : undefined,
    start_time: length.startMs,
    event: 'length',
    event_type: 'stop',
    total_elapsed_time: length.elapsedS,
    total_timer_time: length.timerS,
    length_type: length.active === false ? 'idle' : 'active',
    total_strokes: length.strokes,
    swim_stroke: length.stroke,
    avg_speed: length.avgSpeedMs,
  });
}
