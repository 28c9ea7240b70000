import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { analyze } from '../activities/interval-groups.ts';
import { activityRow } from '../activities/row.ts';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { json } from '../shape/json.ts';
import { integer, required, unprocessable } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const searchRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/activities/search', handler: (_, ctx) => search(ctx, lightRow) },
  { method: 'GET', path: '/athlete/{id}/activities/search-full', handler: (_, ctx) => search(ctx, activityRow) },
  { method: 'GET', path: '/athlete/{id}/activities/interval-search', handler: (_, ctx) => intervalSearch(ctx) },
];

const DEFAULT_LIMIT = 30;
const MOST = 100;

/** A part of the name, or with `#` an exact tag; all of history, newest first. */
function search(
  ctx: Ctx,
  show: (record: AthleteRecord, activity: StoredActivity) => Record<string, unknown>,
): Response {
  const record = athleteOf(ctx);
  const q = required(ctx.query, 'q');
  const limit = integer(ctx.query, 'limit', DEFAULT_LIMIT);
  const found = record.activities.list().filter((activity) => activity.source !== 'STRAVA' && matches(activity, q));
  return json(found.slice(0, limit).map((activity) => show(record, activity)));
}

function matches(activity: StoredActivity, q: string): boolean {
  const { name, tags } = nameAndTags(activity);
  if (q.startsWith('#')) return tags.includes(q.slice(1));
  return name.toLowerCase().includes(q.toLowerCase());
}

function nameAndTags(activity: StoredActivity): { name: string; tags: string[] } {
  const { origin, patch } = activity;
  const name =
    origin.kind === 'session' ? origin.session.title : origin.kind === 'file' ? origin.name : origin.values.name;
  const tags =
    patch.tags ??
    (origin.kind === 'session' ? origin.session.tags : origin.kind === 'manual' ? origin.values.tags : []);
  return { name: String(patch.name ?? name ?? ''), tags: Array.isArray(tags) ? tags.map(String) : [] };
}

function lightRow(record: AthleteRecord, activity: StoredActivity): Record<string, unknown> {
  const row = activityRow(record, activity);
  const { id, name, start_date_local, type, race, distance, moving_time, tags, description } = row;
  return { id, name, start_date_local, type, race, distance, moving_time, tags, description };
}

/** Activities with enough intervals of the asked length and strength; recovery counts too. */
function intervalSearch(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  for (const name of ['minSecs', 'maxSecs', 'minIntensity', 'maxIntensity']) required(ctx.query, name, 'int');
  const limit = integer(ctx.query, 'limit', DEFAULT_LIMIT);
  if (limit > MOST) throw unprocessable('limit must be <= 100');
  const band = (name: string, fallback: number) => integer(ctx.query, name, fallback);
  const [minSecs, maxSecs, low, high] = [
    band('minSecs', 0),
    band('maxSecs', 0),
    band('minIntensity', 0),
    band('maxIntensity', 0),
  ];
  const [minReps, maxReps] = [band('minReps', 1), band('maxReps', Number.POSITIVE_INFINITY)];
  const rows: Record<string, unknown>[] = [];
  for (const activity of record.activities.list()) {
    if (rows.length >= limit) break;
    const reps = intervalsOf(record, activity).filter(
      ({ secs, intensity }) => secs >= minSecs && secs <= maxSecs && intensity >= low && intensity <= high,
    ).length;
    if (reps >= minReps && reps <= maxReps) rows.push(activityRow(record, activity));
  }
  return json(rows);
}

function intervalsOf(record: AthleteRecord, activity: StoredActivity): { secs: number; intensity: number }[] {
  if (activity.source === 'STRAVA') return [];
  const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
  if (session && !session.structured && !activity.drawn) return [];
  const recording = record.activities.recording(activity);
  if (!recording) return [];
  return analyze(record, activity, recording).icu_intervals.map((row) => ({
    secs: Number(row.moving_time),
    intensity: Number(row.intensity ?? -1),
  }));
}
