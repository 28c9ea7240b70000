import type { Activity } from './activity/model.ts';
import { ActivityFileError } from './activity/problem.ts';
import { sniff } from './container/sniff.ts';
import { type UnpackedFile, unpack } from './container/unpack.ts';
import { readFit } from './fit/read.ts';
import type { FitOptions } from './fit/read-samples.ts';
import { readGpx } from './xml/gpx.ts';
import { readTcx } from './xml/tcx.ts';

/** An activity of an archive, with its name there ('' when the input is no archive). */
export interface NamedActivity {
  readonly name: string;
  readonly activity: Activity;
}

/**
 * Reads an activity file of any supported kind: FIT, TCX, GPX, raw, gzipped or zipped, recognised by content. Of an
 * archive with several activities it returns the one with the most samples; `readActivities` returns all.
 *
 * Damage is reported in `problems`, not thrown: bytes that are no activity at all give one without samples and the
 * problem `not_fit` or `empty`.
 *
 * @throws ActivityFileError in strict mode, for an archive without a file, and for input beyond the limits
 */
export function readActivity(bytes: Uint8Array, options: FitOptions = {}): Activity {
  const [first, ...rest] = readActivities(bytes, options);
  if (first === undefined) throw new ActivityFileError({ kind: 'archive', offset: 0, detail: 'the archive is empty' });
  const larger = (a: NamedActivity, b: NamedActivity) =>
    b.activity.samples.time.length > a.activity.samples.time.length ? b : a;
  return rest.reduce(larger, first).activity;
}

/** Reads every activity of a file or archive, in archive order. Rules and errors as `readActivity`. */
export function readActivities(bytes: Uint8Array, options: FitOptions = {}): NamedActivity[] {
  return unpack(bytes).map((file) => ({ name: file.name, activity: readOne(file, options) }));
}

function readOne({ bytes }: UnpackedFile, options: FitOptions): Activity {
  switch (sniff(bytes)) {
    case 'tcx':
      return readTcx(bytes, options);
    case 'gpx':
      return readGpx(bytes, options);
    default:
      return readFit(bytes, options);
  }
}
