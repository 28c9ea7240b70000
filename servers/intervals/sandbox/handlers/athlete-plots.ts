import type { Route } from '@core/sandbox';
import { activityOf, athleteOf, type Ctx, recordingOf } from '../access.ts';
import { filtersOf, passes } from '../curves/filters.ts';
import { groupFor } from '../settings.ts';
import { powerModel } from '../settings-row.ts';
import { json } from '../shape/json.ts';
import { dayParameter, missing, required } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const athletePlotRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/power-hr-curve', handler: (_, ctx) => powerHeartCurve(ctx) },
  { method: 'GET', path: '/activity/{id}/power-spike-model', handler: (_, ctx) => spikeModel(ctx) },
  { method: 'GET', path: '/activity/{id}/segments', handler: (_, ctx) => segments(ctx) },
  { method: 'GET', path: '/shared-event/{id}', handler: (_, ctx) => sharedEvent(ctx) },
];

const BUCKET_W = 10;

/** Mean heart rate and cadence by 10 W, over the rides of a range. */
function powerHeartCurve(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const start = dayParameter('start', required(ctx.query, 'start'));
  const end = dayParameter('end', required(ctx.query, 'end'));
  const group = groupFor(record.groups, ctx.query.get('type') ?? 'Ride');
  const filters = filtersOf(ctx.query.get('filters'));
  const buckets = new Map<number, { secs: number; beats: number; turns: number }>();
  for (const activity of record.activities.list()) {
    const day = activity.startLocal.slice(0, 10);
    if (day < start || day > end || activity.source === 'STRAVA' || !passes(record, activity, filters)) continue;
    if (groupFor(record.groups, record.activities.type(activity)) !== group) continue;
    const { power, heartRate, cadence } = record.activities.recording(activity)?.channels ?? {};
    if (!power || !heartRate) continue;
    for (let i = 0; i < power.length; i++) {
      if (!(power[i]! > 0) || !(heartRate[i]! > 0)) continue;
      const key = Math.floor(power[i]! / BUCKET_W);
      const bucket = buckets.get(key) ?? { secs: 0, beats: 0, turns: 0 };
      buckets.set(key, {
        secs: bucket.secs + 1,
        beats: bucket.beats + heartRate[i]!,
        turns: bucket.turns + (cadence?.[i] ?? 0),
      });
    }
  }
  const used = [...buckets.keys()];
  const [low, high] = used.length > 0 ? [Math.min(...used), Math.max(...used)] : [0, -1];
  const rows = Array.from({ length: high - low + 1 }, (_, i) => buckets.get(low + i));
  return json({
    athleteId: record.id,
    start,
    end,
    minWatts: low * BUCKET_W,
    maxWatts: (high + 1) * BUCKET_W,
    bucketSize: BUCKET_W,
    bpm: rows.map((row) => (row ? Math.round(row.beats / row.secs) : 0)),
    cadence: rows.map((row) => (row ? Math.round(row.turns / row.secs) : 0)),
    minutes: rows.map((row) => (row ? Math.round(row.secs / 60) : 0)),
    lthr: group.lthr,
    max_hr: group.max_hr,
    ftp: group.ftp,
  });
}

function spikeModel(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx);
  if (!recording.channels.power) throw missing('No power data');
  return json(powerModel(groupFor(record.groups, record.activities.type(activity)), record));
}

/** Two segments on every known course; none indoors, and none of what has no samples. */
function segments(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx);
  const recording = activity.source === 'STRAVA' ? undefined : record.activities.recording(activity);
  const course = recording?.course;
  if (!recording || !course) return json([]);
  const part = (share: number) => Math.round(share * recording.length);
  const effort = (n: number, name: string, from: number, to: number) => ({
    id: 3_000_000_000_000_000_000n + BigInt(activity.id.replace(/\D/g, '')) * 10n + BigInt(n),
    segment_id: 2_000_000 + course.id * 10 + n,
    name: `${course.name} ${name}`,
    start_index: part(from),
    end_index: part(to),
    starred: n === 1,
  });
  return exact([effort(1, 'sprint', 0.2, 0.25), effort(2, 'rise', 0.4, 0.6)]);
}

/** JSON with 64-bit ids, digit by digit, as the live service writes them. */
function exact(rows: readonly object[]): Response {
  const text = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? `#${value}#` : value));
  return new Response(text.replace(/"#(\d+)#"/g, '$1'), { headers: { 'content-type': 'application/json' } });
}

/** The one public race that the sandbox knows. */
function sharedEvent(ctx: Ctx): Response {
  if (ctx.params.id !== '5501') throw missing('Shared event not found');
  const { me } = ctx.state;
  return json({
    id: 5501,
    slug: 'sandbox-gran-fondo',
    category: 'RACE',
    types: ['Ride'],
    name: 'Sandbox Gran Fondo',
    start_date_local: `${me.simulated.season.nextRaceDay}T08:00:00`,
    visibility: 'PUBLIC',
    location: me.profile.city,
    country: me.profile.country,
    lat: me.profile.home.latitude,
    lon: me.profile.home.longitude,
    website: 'https://race.example/',
    description: 'An invented race.',
    usage_count: 12,
    duplicate_ids: [],
    courses: [
      {
        id: 1,
        shared_event_id: 5501,
        name: 'Long',
        types: ['Ride'],
        distance: 118_000,
        total_elevation_gain: 1650,
        full: ctx.query.get('fullCourse') === 'true',
      },
    ],
  });
}
