import type { Route } from '@core/sandbox';
import type { Recording, Session } from '@core/sandbox/athlete';
import { activityOf, athleteOf, type Ctx, recordingOf } from '../access.ts';
import { gpxOf } from '../activities/gpx.ts';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { flag, missing, required } from '../shape/refusal.ts';
import { download, gzip, zip } from '../shape/zip.ts';
import type { World } from '../world.ts';

export const fileRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/activity/{id}/file', handler: (_, ctx) => original(ctx) },
  { method: 'GET', path: '/activity/{id}/fit-file', handler: (_, ctx) => generated(ctx) },
  { method: 'GET', path: '/activity/{id}/gpx-file', handler: (_, ctx) => gpx(ctx) },
  { method: 'POST', path: '/athlete/{id}/download-fit-files', handler: (_, ctx) => several(ctx) },
];

/** What the device or the person uploaded, as gzip data whether or not it was asked for. */
async function original(ctx: Ctx): Promise<Response> {
  const { record, activity, recording } = recordingOf(ctx);
  if (activity.origin.kind === 'file') {
    return download(await gzip(activity.origin.bytes), `${activity.id}.${activity.origin.fileType}.gz`);
  }
  return download(await gzip(await fitOf(record, activity, recording, {})), `${activity.id}.fit.gz`);
}

async function generated(ctx: Ctx): Promise<Response> {
  const { record, activity, recording } = recordingOf(ctx);
  return download(await gzip(await fitOf(record, activity, recording, left(ctx))), `${activity.id}.fit.gz`);
}

/** What the query leaves out: both sensors are in unless told otherwise. */
function left(ctx: Ctx): { power: boolean; heartRate: boolean } {
  return { power: !flag(ctx.query, 'power', true), heartRate: !flag(ctx.query, 'hr', true) };
}

async function fitOf(
  record: AthleteRecord,
  activity: StoredActivity,
  recording: Recording,
  without: { power?: boolean; heartRate?: boolean },
): Promise<Uint8Array> {
  const { activityFile } = await import('@core/sandbox/files');
  return activityFile(sessionOf(record, activity), recording, record.profile, without);
}

/** Uploads have no session of the simulator: the fields that a file needs are taken from the account. */
function sessionOf(record: AthleteRecord, activity: StoredActivity): Session {
  if (activity.origin.kind === 'session') return activity.origin.session;
  const model = record.simulated.sessions[0];
  if (!model) throw missing('No data');
  const type = record.activities.type(activity);
  const sport = type === 'Run' ? 'run' : type === 'Swim' ? 'swim' : 'ride';
  return { ...model, sport, startLocal: activity.startLocal };
}

async function gpx(ctx: Ctx): Promise<Response> {
  const { record, activity, recording } = recordingOf(ctx);
  const text = gpxOf(record, activity, recording, left(ctx));
  if (text === undefined) throw missing('No GPS data');
  return download(await gzip(new TextEncoder().encode(text)), `${activity.id}.gpx.gz`);
}

async function several(ctx: Ctx): Promise<Response> {
  athleteOf(ctx);
  const entries = [];
  for (const id of required(ctx.query, 'ids').split(',')) {
    const { record, activity } = activityOf(ctx, 'read', id);
    const recording = activity.source === 'STRAVA' ? undefined : record.activities.recording(activity);
    if (recording) entries.push({ name: `${id}.fit`, bytes: await fitOf(record, activity, recording, left(ctx)) });
  }
  return download(zip(entries), 'activities.zip', 'application/zip');
}
