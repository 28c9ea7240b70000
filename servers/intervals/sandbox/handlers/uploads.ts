import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { activityRow } from '../activities/row.ts';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { json } from '../shape/json.ts';
import { arrayBody, objectBody, unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES } from '../sports.ts';
import { uploadedFile } from '../wellness-import.ts';
import type { World } from '../world.ts';

export const uploadRoutes: readonly Route<World>[] = [
  { method: 'POST', path: '/athlete/{id}/activities', handler: (request, ctx) => upload(request, ctx) },
  { method: 'POST', path: '/athlete/{id}/activities/manual', handler: (_, ctx) => manual(ctx) },
  { method: 'POST', path: '/athlete/{id}/activities/manual/bulk', handler: (_, ctx) => manualMany(ctx) },
];

/** 201 when something is new, 200 when the same file is there already or was deleted and left a tombstone. */
async function upload(request: Request, ctx: Ctx): Promise<Response> {
  const record = athleteOf(ctx, 'write');
  const { name, bytes } = await uploadedFile(request, ctx);
  const hash = await hashOf(bytes);
  const twins = record.activities.list().filter((each) => each.origin.kind === 'file' && each.origin.hash === hash);
  const buried = [...record.activities.tombstones].filter(([, tombstone]) => tombstone.hash === hash).map(([id]) => id);
  const known = [...twins.map((twin) => twin.id), ...buried];
  if (known.length > 0) return json(uploadAnswer(record, known), 200);
  const added = await store(ctx, record, name, bytes, hash);
  return json(
    uploadAnswer(
      record,
      added.map((activity) => activity.id),
    ),
    201,
  );
}

function uploadAnswer(record: AthleteRecord, ids: readonly string[]): Record<string, unknown> {
  const activities = ids.map((id) => ({ icu_athlete_id: record.id, id }));
  return { icu_athlete_id: record.id, id: ids[0], activities };
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function store(
  ctx: Ctx,
  record: AthleteRecord,
  fileName: string,
  bytes: Uint8Array,
  hash: string,
): Promise<StoredActivity[]> {
  const { readUpload } = await import('@core/sandbox/files');
  let parts: ReturnType<typeof readUpload>;
  try {
    parts = readUpload(bytes);
  } catch {
    throw unprocessable(`Unable to read file [${fileName}]`);
  }
  if (parts.every((part) => part.recording.length === 0)) throw unprocessable(`No activities found in [${fileName}]`);
  return parts.map((part) => {
    const start = new Date(part.startMs ?? ctx.now().getTime());
    const type = typeOf(part.sport, part.subSport);
    const activity = record.activities.add({
      startLocal: record.wall.at(start),
      source: 'UPLOAD',
      origin: {
        kind: 'file',
        recording: part.recording,
        bytes,
        hash,
        type,
        name: ctx.query.get('name') ?? type,
        fileType: part.format,
      },
    });
    const paired = ctx.query.get('paired_event_id');
    for (const key of ['description', 'device_name', 'external_id']) {
      const value = ctx.query.get(key);
      if (value !== null) activity.patch[key] = value;
    }
    if (paired !== null) activity.patch.paired_event_id = Number(paired);
    return activity;
  });
}

function typeOf(sport: string | null, subSport: string | null): string {
  switch (sport) {
    case 'cycling':
      return subSport === 'virtual_activity' ? 'VirtualRide' : 'Ride';
    case 'running':
      return subSport === 'trail' ? 'TrailRun' : 'Run';
    case 'swimming':
      return 'Swim';
    case 'walking':
      return 'Walk';
    case 'hiking':
      return 'Hike';
    default:
      return 'Workout';
  }
}

function addManual(record: AthleteRecord, body: Record<string, unknown>): StoredActivity {
  const { start_date_local: start, type } = body;
  if (typeof start !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(start))
    throw unprocessable('Invalid start_date_local');
  if (!ACTIVITY_TYPES.has(String(type))) throw unprocessable('Missing type');
  if (typeof body.name === 'string' && body.name.length > 80) throw unprocessable('Name is too long');
  return record.activities.add({
    startLocal: start.length === 16 ? `${start}:00` : start.slice(0, 19),
    source: 'MANUAL',
    origin: { kind: 'manual', values: body },
  });
}

function manual(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  return json(activityRow(record, addManual(record, objectBody(ctx.text()))));
}

/** Rows with a known external_id are changed, the others are new. */
function manualMany(ctx: Ctx): Response {
  const record = athleteOf(ctx, 'write');
  const stored = arrayBody(ctx.text()).map((body) => {
    const twin = record.activities
      .list()
      .find(
        (each) =>
          body.external_id !== undefined &&
          each.origin.kind === 'manual' &&
          each.origin.values.external_id === body.external_id,
      );
    if (twin?.origin.kind !== 'manual') return addManual(record, body);
    Object.assign(twin.origin.values, body);
    record.activities.touch(twin);
    return twin;
  });
  return json(stored.map((activity) => activityRow(record, activity)));
}
