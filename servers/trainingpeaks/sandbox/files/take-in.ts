import { gunzipSync } from 'node:zlib';
import { heartRateLoad, localTime, type Recording } from '@core/sandbox/athlete';
import { readUpload, type UploadedRecording } from '@core/sandbox/files';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { badRequest, Refusal } from '../shape/refusal.ts';
import { type Measured, measure } from '../workouts/measured.ts';
import { actualsOf, TSS_SOURCE } from '../workouts/row.ts';

const TAKEN = /\.(fit|tcx|gpx|pwx)\.gz$/i;

/** Gzipped bytes out of base64. The importer goes by the name first, then by what is inside. */
export function openUpload(data: unknown, fileName: unknown): { bytes: Uint8Array; read: UploadedRecording } {
  if (typeof data !== 'string' || typeof fileName !== 'string') throw badRequest('The request is invalid.');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) throw badRequest('The request is invalid.');
  const bytes = Buffer.from(data, 'base64');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) throw badRequest('The request is invalid.');
  if (!TAKEN.test(fileName)) throw new Refusal(415);
  try {
    const [read] = readUpload(gunzipSync(bytes));
    if (read && read.recording.length > 0) return { bytes: new Uint8Array(bytes), read };
  } catch {
    // What the readers throw says nothing that the service would.
  }
  throw new Refusal(415);
}

/** The actual values that a recording gives to the workout it was uploaded to. */
export function takenIn(record: AthleteRecord, row: Row, { recording, startMs }: UploadedRecording): Row {
  const measured = measure(recording);
  const load = loadOf(record, row, recording, measured);
  return {
    ...actualsOf(measured),
    startTime: startMs === null ? row.startTime : localTime(new Date(startMs), record.profile.timeZone),
    tssActual: load?.tss ?? null,
    tssSource: load?.source ?? TSS_SOURCE.none,
    if: load ? Math.sqrt((36 * load.tss) / measured.seconds) : null,
  };
}

/** By power on the bike, by pace on foot, by heart rate otherwise. */
function loadOf(record: AthleteRecord, row: Row, recording: Recording, measured: Measured) {
  const { profile, person } = record;
  const hours = measured.seconds / 3600;
  const tss = (intensity: number) => Math.round(100 * hours * intensity ** 2 * 10) / 10;
  if (row.workoutTypeValueId === 2 && measured.normalizedPower !== null) {
    const ftp = person.simulated.season.ftpSettingOn(person.simulated.today);
    return { tss: tss(measured.normalizedPower / ftp), source: TSS_SOURCE.power };
  }
  if (row.workoutTypeValueId === 3 && measured.speedAverage !== null) {
    return { tss: tss(measured.speedAverage / profile.thresholdRun), source: TSS_SOURCE.pace };
  }
  const beats = recording.channels.heartRate;
  if (!beats) return undefined;
  return { tss: Math.round(heartRateLoad(beats, profile.lthrRide, profile)), source: TSS_SOURCE.heartRate };
}
