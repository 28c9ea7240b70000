import { endpoint, path } from '@core/mcp-kit/http';
import { wireActivityRow } from '../wire/activity.ts';
import { rows } from '../wire/blocks.ts';
import { wireStreamsUpdate, wireUpload } from '../wire/upload.ts';

interface Upload {
  readonly athlete: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly externalId: string;
  readonly name?: string;
  readonly description?: string;
  /** The planned event that it fulfils. */
  readonly event?: string;
}

/** 201 when something of it is new, 200 when all of it is known: both name the activities. */
export const upload = endpoint<Upload>()({
  method: 'POST',
  path: ({ athlete }) => path`athlete/${athlete}/activities`,
  query: ({ name, description, externalId, event }) => ({
    name,
    description,
    external_id: externalId,
    paired_event_id: event,
  }),
  body: ({ filename, bytes }) => form(filename, bytes, 'application/octet-stream'),
  response: wireUpload,
});

/** What the device or the person uploaded; not for Strava activities. */
export const original = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/file`,
  response: 'bytes',
});

export const fit = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/fit-file`,
  response: 'bytes',
});

/** Only for what has positions. */
export const gpx = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/gpx-file`,
  response: 'bytes',
});

export const streamsTable = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/streams.csv`,
  response: 'bytes',
});

/** A zip of FIT files. It is asked for with POST and changes nothing. */
export const fitArchive = endpoint<{ athlete: string; activities: readonly string[] }>()({
  method: 'POST',
  effect: 'read',
  path: ({ athlete }) => path`athlete/${athlete}/download-fit-files`,
  query: ({ activities }) => ({ ids: activities }),
  response: 'bytes',
  maxBytes: 100 * 1024 * 1024,
});

export const listTable = endpoint<{ athlete: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activities.csv`,
  response: 'bytes',
});

/** In any order; ids that are unknown, of somebody else, or of Strava are left out in silence. */
export const several = endpoint<{ athlete: string; activities: readonly string[] }>()({
  method: 'GET',
  path: ({ athlete, activities }) => path`athlete/${athlete}/activities/${activities.join(',')}`,
  response: rows(wireActivityRow),
});

/** Overwrites the streams that the header names; a column `time` only says which row is which. */
export const overwriteStreams = endpoint<{ activity: string; bytes: Uint8Array }>()({
  method: 'PUT',
  path: ({ activity }) => path`activity/${activity}/streams.csv`,
  body: ({ bytes }) => form('streams.csv', bytes, 'text/csv'),
  response: wireStreamsUpdate,
});

function form(filename: string, bytes: Uint8Array, type: string): FormData {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)], { type }), filename);
  return body;
}
