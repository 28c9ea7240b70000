import { ActivityFileError, type ActivityFormat, readActivity } from '@core/activity-files';
import { Failure } from '@core/mcp-kit';

/** What is known of a file before it is handed in. */
export interface RecordingFacts {
  /** The name that the importer goes by: `ride.fit.gz`. */
  readonly fileName: string;
  readonly format: ActivityFormat | 'pwx';
  /** `null` for a recording without a clock, and for PWX, which is not read here. */
  readonly startMs: number | null;
  readonly seconds: number | null;
}

const FORM = 'give the name of a .fit, .tcx, .gpx or .pwx file in the files folder; unpack a .zip first';

/**
 * Looks into a file before it is uploaded. The format is what the content says, because the importer goes by the name and a
 * wrong one ends in a refusal.
 *
 * @throws Failure `bad_input` for anything that is no recording.
 */
export function recordingFacts(name: string, bytes: Uint8Array): RecordingFacts {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  const stem = base.replace(/\.gz$/i, '').replace(/\.\w{1,5}$/, '');
  if (/\.pwx(\.gz)?$/i.test(base)) return { fileName: `${stem}.pwx.gz`, format: 'pwx', startMs: null, seconds: null };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw noRecording(base, 'is an archive');
  const activity = read(base, bytes);
  const { time } = activity.samples;
  if (time.length === 0) throw noRecording(base, 'holds no recording');
  return {
    fileName: `${stem}.${activity.format}.gz`,
    format: activity.format,
    startMs: activity.samples.startMs,
    seconds: Math.round((time.at(-1) ?? 0) - (time[0] ?? 0)),
  };
}

function read(base: string, bytes: Uint8Array) {
  try {
    return readActivity(bytes);
  } catch (error) {
    if (error instanceof ActivityFileError) throw noRecording(base, 'cannot be read');
    throw error;
  }
}

function noRecording(base: string, why: string): Failure {
  return new Failure('bad_input', `file ${JSON.stringify(base.slice(0, 80))} ${why}`, { next: FORM });
}

/** What a file is, by its name. */
export function mediaTypeOf(fileName: string): string {
  const extension = /\.(\w+)$/.exec(fileName.toLowerCase())?.[1] ?? '';
  return MEDIA_TYPES[extension] ?? 'application/octet-stream';
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  fit: 'application/vnd.ant.fit',
  tcx: 'application/vnd.garmin.tcx+xml',
  gpx: 'application/gpx+xml',
  pwx: 'application/xml',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};
