import type { Context, Route } from '@core/sandbox';
import type { AthleteRecord } from './athlete-record.ts';
import { idOf } from './shape/body.ts';
import { forbidden, missing, Refusal } from './shape/refusal.ts';
import { shelfNumber } from './workouts/shelf.ts';
import type { StoredWorkout } from './workouts/stored.ts';
import { mayAccess, type World } from './world.ts';

export type Ctx = Context<World>;

export const TPAPI = 'https://tpapi.trainingpeaks.com';
export const PEAKSWARE = 'https://api.peakswaresb.com';
const WEB_APP = 'https://app.trainingpeaks.com';
const TOKEN_PATH = '/users/v3/token';
const PEAKSWARE_PATH = /^\/(rx|workout-analysis|weather)\//;

/** Who may come in: the switches first, then the host, then the Bearer. The token exchange looks at the cookie itself. */
export function guard(request: Request, ctx: Ctx, route: Route<World>): Response | undefined {
  const { quirks } = ctx.state;
  if (quirks.outage) return Response.json({ message: 'An error has occurred.' }, { status: 500 });
  if (quirks.throttled !== false) return throttled(quirks.throttled);
  if (onWrongHost(ctx)) return new Response(null, { status: 404 });
  if (route.path === TOKEN_PATH) return undefined;
  if (!hasBearer(request, ctx)) return new Response(null, { status: 401 });
  if (PEAKSWARE_PATH.test(ctx.url.pathname) && quirks.strictOrigin && request.headers.get('origin') !== WEB_APP) {
    return new Response(null, { status: 403 });
  }
  return undefined;
}

function throttled(seconds: 'bare' | number): Response {
  return new Response(null, {
    status: 429,
    ...(seconds === 'bare' ? {} : { headers: { 'retry-after': String(seconds) } }),
  });
}

/** Served on loopback, both hosts are one; under their own names each knows its own paths. */
function onWrongHost({ url, state }: Ctx): boolean {
  if (!state.quirks.strictHost || (url.origin !== TPAPI && url.origin !== PEAKSWARE)) return false;
  return PEAKSWARE_PATH.test(url.pathname) !== (url.origin === PEAKSWARE);
}

function hasBearer(request: Request, { state, now }: Ctx): boolean {
  const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const ends = token === undefined ? undefined : state.tokens.get(token);
  return ends !== undefined && ends > now().getTime();
}

/** The athlete that the path names. Nobody learns whether an athlete exists who is not his. */
export function athleteOf(ctx: Ctx, name = 'aid'): AthleteRecord {
  const id = idOf(ctx.params[name]);
  const found = ctx.state.athletes.find((athlete) => athlete.id === id);
  if (!found || !mayAccess(ctx.state, found)) throw forbidden();
  return found;
}

export function unknownWorkout(id: number): Refusal {
  return new Refusal(400, `Invalid workoutId (${id})`);
}

/** The workout that the path names, on the calendar of the athlete that it names. */
export function workoutOf(ctx: Ctx): { record: AthleteRecord; workout: StoredWorkout } {
  const record = athleteOf(ctx);
  const id = idOf(ctx.params.wid);
  const workout = record.workouts.find(id);
  if (!workout) throw unknownWorkout(id);
  return { record, workout };
}

/** A workout by its id alone, wherever it is. */
export function workoutById(ctx: Ctx, id: number): { record: AthleteRecord; workout: StoredWorkout } | undefined {
  const record = ctx.state.athletes[shelfNumber(id)];
  if (!record) return undefined;
  if (!mayAccess(ctx.state, record)) throw forbidden();
  const workout = record.workouts.find(id);
  return workout && { record, workout };
}

/** The caller, who must be the coach or user that the path names. */
export function callerOf(ctx: Ctx, name: string): AthleteRecord {
  if (idOf(ctx.params[name]) !== ctx.state.me.id) throw missing();
  return ctx.state.me;
}
