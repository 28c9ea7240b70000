import { endpoint, path } from '@core/mcp-kit/http';
import { maybe } from '../blocks.ts';
import { packed } from './packed.ts';
import { wireDetails, wireUpload } from './wire.ts';

interface OfWorkout {
  readonly athlete: string;
  readonly workout: string;
}

/** Largest recording that is fetched, in bytes: a day of riding with one sample a second is about 5 MB. */
const FILE_BYTES = 50_000_000;

const workoutPath = ({ athlete, workout }: OfWorkout, rest: string) =>
  path`fitness/v6/athletes/${athlete}/workouts/${workout}/${rest}`;

export const getDetails = endpoint<OfWorkout>()({
  method: 'GET',
  path: (params) => workoutPath(params, 'details'),
  response: wireDetails,
  cacheSeconds: 30,
});

export interface Upload extends OfWorkout {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Ends in `.fit.gz`, `.tcx.gz`, `.gpx.gz` or `.pwx.gz`: the importer goes by the name. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export const uploadFile = endpoint<Upload>()({
  method: 'POST',
  path: (params) => workoutPath(params, 'filedata'),
  body: ({ day, bytes, fileName }) => ({
    workoutDay: `${day}T00:00:00`,
    data: packed(bytes),
    fileName,
    uploadClient: 'TP Web App',
  }),
  response: maybe(wireUpload),
});

/** A recording as the service keeps it, unpacked when it is gzip. */
export const downloadFile = endpoint<OfWorkout & { file: string }>()({
  method: 'GET',
  path: ({ athlete, workout, file }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}/rawfiledata/${file}`,
  response: 'bytes',
  maxBytes: FILE_BYTES,
});

/** A document as it was attached. */
export const downloadAttachment = endpoint<OfWorkout & { file: string }>()({
  method: 'GET',
  path: ({ athlete, workout, file }) =>
    path`fitness/v6/athletes/${athlete}/workouts/${workout}/attachments/${file}/raw`,
  response: 'bytes',
  maxBytes: FILE_BYTES,
});

/** The planned session as a FIT workout for a head unit. */
export const downloadForDevice = endpoint<OfWorkout>()({
  method: 'GET',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}/fordevice/fit`,
  response: 'bytes',
  maxBytes: FILE_BYTES,
});

export const removeFile = endpoint<OfWorkout & { file: string }>()({
  method: 'DELETE',
  path: ({ athlete, workout, file }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}/filedata/${file}`,
  response: 'none',
});

export const fileEndpoints = {
  details: getDetails,
  upload: uploadFile,
  download: downloadFile,
  attachment: downloadAttachment,
  forDevice: downloadForDevice,
  remove: removeFile,
};
