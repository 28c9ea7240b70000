import type { Context, Route } from '@core/sandbox';
import { shelfNumber } from './activities/shelf.ts';
import type { StoredActivity } from './activities/stored.ts';
import type { AthleteRecord } from './athlete-record.ts';
import { json } from './shape/json.ts';
import { forbidden, missing, unprocessable } from './shape/refusal.ts';
import { athleteAt, type World } from './world.ts';

export type Ctx = Context<World>;

const CHALLENGE =
  '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>';

/** Who may come in: Basic with the key, Bearer with a token of a connected app. */
export function guard(request: Request, ctx: Ctx, route: Route<World>): Response | undefined {
  if (request.headers.get('user-agent') === '') return challenge();
  if (route.path.startsWith('//')) return undefined;
  const header = request.headers.get('authorization') ?? '';
  if (header.startsWith('Bearer ')) return bearer(ctx, header.slice(7), route);
  const [user, key] = basic(header);
  if (user === undefined) return json({ status: 401, error: 'Unauthorized' }, 401);
  if (user !== 'API_KEY' || key !== ctx.state.options.apiKey) return json({ status: 403, error: 'Access denied' }, 403);
  return undefined;
}

function challenge(): Response {
  return new Response(CHALLENGE, {
    status: 403,
    headers: { 'content-type': 'text/html; charset=UTF-8', 'cf-mitigated': 'challenge' },
  });
}

function bearer(ctx: Ctx, token: string, route: Route<World>): Response | undefined {
  const refused = !ctx.state.tokens.has(token) || route.path === '/athletes';
  return refused ? json({ status: 403, error: 'Access denied' }, 403) : undefined;
}

function basic(header: string): [string | undefined, string] {
  const found = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header);
  if (!found) return [undefined, ''];
  const text = new TextDecoder().decode(Uint8Array.from(atob(found[1]!), (char) => char.charCodeAt(0)));
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

const QUARTER_HOUR_LIMIT = 2500;
const DAILY_LIMIT = 5000;

/** The announced headers, when the switch is on: what is left of both windows. */
export function rateLimitHeaders(response: Response, ctx: Ctx): void {
  if (!ctx.state.rateLimitHeaders) return;
  ctx.state.answered += 1;
  response.headers.set('x-ratelimit-limit', `${QUARTER_HOUR_LIMIT},${DAILY_LIMIT}`);
  const left = (limit: number) => Math.max(0, limit - ctx.state.answered);
  response.headers.set('x-ratelimit-remaining', `${left(QUARTER_HOUR_LIMIT)},${left(DAILY_LIMIT)}`);
}

/** The athlete that the path names. */
export function athleteOf(ctx: Ctx, access: 'read' | 'write' = 'read', name = 'id'): AthleteRecord {
  return athleteAt(ctx.state, ctx.params[name] ?? '', access);
}

/** The activity that the path names, wherever it lives. */
export function activityOf(ctx: Ctx, access: 'read' | 'write' = 'read', id = ctx.params.id ?? '') {
  const number = shelfNumber(id);
  const record = number === undefined ? undefined : ctx.state.athletes[number];
  if (!record) throw missing('Activity not found');
  if (record.permission === 'NONE' || (access === 'write' && record.permission === 'READ')) throw forbidden();
  const activity = record.activities.find(id);
  if (!activity) throw missing('Activity not found');
  if (access === 'write') refuseStrava(activity);
  return { record, activity };
}

/** The samples of an activity. Strava rows and typed-in ones have none. */
export function recordingOf(ctx: Ctx, access: 'read' | 'write' = 'read') {
  const { record, activity } = activityOf(ctx, access);
  if (activity.source === 'STRAVA') throw unprocessable('Cannot read Strava activities via the API');
  const recording = record.activities.recording(activity);
  if (!recording) throw missing('No data');
  return { record, activity, recording };
}

function refuseStrava(activity: StoredActivity): void {
  if (activity.source === 'STRAVA') throw unprocessable('Cannot update Strava activities via the API');
}
