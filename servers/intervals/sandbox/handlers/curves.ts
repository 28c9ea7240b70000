import type { Route } from '@core/sandbox';
import { addDays } from '@core/sandbox/athlete';
import { activityOf, athleteOf, type Ctx, recordingOf } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { athleteCurves } from '../curves/athlete-curves.ts';
import type { Best, CurveKind } from '../curves/best.ts';
import { type Filter, filtersOf, passes } from '../curves/filters.ts';
import { windowsOf } from '../curves/windows.ts';
import { groupFor } from '../settings.ts';
import { powerModel } from '../settings-row.ts';
import { csv, json } from '../shape/json.ts';
import { dayParameter, flag, integer, missing, required, unprocessable } from '../shape/refusal.ts';
import { ACTIVITY_TYPES } from '../sports.ts';
import type { World } from '../world.ts';

export const curveRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/power-curves{ext?}', handler: (_, ctx) => forAthlete(ctx, 'power') },
  { method: 'GET', path: '/athlete/{id}/hr-curves{ext?}', handler: (_, ctx) => forAthlete(ctx, 'hr') },
  { method: 'GET', path: '/athlete/{id}/pace-curves{ext?}', handler: (_, ctx) => forAthlete(ctx, paceKind(ctx)) },
  { method: 'GET', path: '/athlete/{id}/activity-power-curves{ext?}', handler: (_, ctx) => perActivity(ctx, 'power') },
  { method: 'GET', path: '/athlete/{id}/activity-hr-curves{ext?}', handler: (_, ctx) => perActivity(ctx, 'hr') },
  {
    method: 'GET',
    path: '/athlete/{id}/activity-pace-curves{ext?}',
    handler: (_, ctx) => perActivity(ctx, paceKind(ctx)),
  },
  { method: 'GET', path: '/athlete/{id}/mmp-model', handler: (_, ctx) => mmpModel(ctx) },
  { method: 'GET', path: '/activity/{id}/power-curve{ext?}', handler: (_, ctx) => forActivity(ctx, 'power') },
  { method: 'GET', path: '/activity/{id}/power-curves{ext?}', handler: (_, ctx) => fatigued(ctx) },
  { method: 'GET', path: '/activity/{id}/hr-curve{ext?}', handler: (_, ctx) => forActivity(ctx, 'hr') },
  { method: 'GET', path: '/activity/{id}/pace-curve{ext?}', handler: (_, ctx) => forActivity(ctx, paceKind(ctx)) },
];

function paceKind(ctx: Ctx): CurveKind {
  return flag(ctx.query, 'gap') ? 'gap' : 'pace';
}

/** Power needs a type; the others fall back to running. */
function typeOf(ctx: Ctx, kind: CurveKind): string {
  const type = kind === 'power' ? required(ctx.query, 'type') : (ctx.query.get('type') ?? 'Run');
  if (!ACTIVITY_TYPES.has(type)) throw unprocessable(`Invalid type [${type}]`);
  return type;
}

function filterSets(ctx: Ctx): (Filter[] | undefined)[] {
  const named = ['f1', 'f2', 'f3'].map((name) => filtersOf(ctx.query.get(name))).filter((set) => set !== undefined);
  return named.length > 0 ? named : [filtersOf(ctx.query.get('filters'))];
}

function forAthlete(ctx: Ctx, kind: CurveKind): Response {
  const record = athleteOf(ctx);
  const type = typeOf(ctx, kind);
  const today = dayParameter('now', ctx.query.get('now') || ctx.query.get('newest') || record.today());
  const answer = athleteCurves(record, {
    kind,
    group: groupFor(record.groups, type),
    windows: windowsOf(record, ctx.query.get('curves'), today),
    filterSets: filterSets(ctx),
    subMaxEfforts: integer(ctx.query, 'subMaxEfforts', 0),
  });
  return ctx.params.ext === '.csv' ? curvesCsv(answer.list as Record<string, unknown>[]) : json(answer);
}

function curvesCsv(list: readonly Record<string, unknown>[]): Response {
  const axis = list.map((curve) => (curve.secs ?? curve.distance) as number[]);
  const longest = axis.reduce((a, b) => (b.length > a.length ? b : a), [] as number[]);
  const rows = longest.map((x, i) => ({
    x,
    ...Object.fromEntries(list.map((curve) => [String(curve.id), (curve.values as number[])[i]])),
  }));
  return csv(rows);
}

/** The best of each activity of a range at the asked points. */
function perActivity(ctx: Ctx, kind: CurveKind): Response {
  if (ctx.params.id === '0' && (kind === 'pace' || kind === 'gap') && ctx.state.paceCurvesRefuseZero) {
    return json({ status: 403, error: 'Access denied' }, 403);
  }
  const record = athleteOf(ctx);
  const oldest = dayParameter('oldest', required(ctx.query, 'oldest'));
  const newest = dayParameter('newest', required(ctx.query, 'newest'));
  const pace = kind === 'pace' || kind === 'gap';
  const type = ctx.query.get('type');
  const filters = filtersOf(ctx.query.get('filters'));
  const after = afterWork(ctx, record);
  const points = pointsOf(ctx, record, pace);
  const curves = record.activities
    .list()
    .filter((activity) => activity.startLocal >= oldest && activity.startLocal < addDays(newest, 1))
    .filter(
      (activity) =>
        type === null || groupFor(record.groups, record.activities.type(activity)) === groupFor(record.groups, type),
    )
    .filter((activity) => passes(record, activity, filters))
    .flatMap((activity) => {
      const best = record.curves.of(activity, kind, after);
      if (!best) return [];
      const y = points.map((point) => best.y[best.x.indexOf(point)] ?? null);
      const field = pace ? 'secs' : kind === 'hr' ? 'bpm' : 'watts';
      return [{ id: activity.id, start_date_local: activity.startLocal, weight: record.profile.weightKg, [field]: y }];
    });
  if (pace) return json({ distances: points, gap: kind === 'gap', curves });
  return json({ ...(kind === 'power' ? { after_kj: after } : {}), secs: points, curves });
}

function pointsOf(ctx: Ctx, record: AthleteRecord, pace: boolean): number[] {
  const asked = ctx.query.get(pace ? 'distances' : 'secs');
  if (asked) return asked.split(',').map(Number);
  const run = groupFor(record.groups, ctx.query.get('type') ?? 'Run');
  return pace ? ((run.best_effort_distances as number[] | null) ?? [1000, 5000]) : [5, 60, 300, 1200, 3600];
}

function afterWork(ctx: Ctx, record: AthleteRecord): number {
  const fatigue = ctx.query.get('fatigue');
  if (fatigue !== 'kj0' && fatigue !== 'kj1') return 0;
  return Number(groupFor(record.groups, 'Ride')[`after_${fatigue}`] ?? 0);
}

function mmpModel(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const group = groupFor(record.groups, required(ctx.query, 'type'));
  if (group.ftp === null) throw missing('No power model');
  return json(powerModel(group, record));
}

function forActivity(ctx: Ctx, kind: CurveKind): Response {
  const { record, activity } = recordingOf(ctx);
  const after = afterWork(ctx, record);
  const best = record.curves.of(activity, kind, after);
  if (!best) throw missing('No curve');
  const row = activityCurve(best, kind, activity.id, after, record.profile.weightKg);
  if (ctx.params.ext !== '.csv') return json(row);
  const y = kind === 'power' ? 'watts' : kind === 'hr' ? 'bpm' : 'secs';
  return csv(best.x.map((x, i) => ({ [kind === 'pace' || kind === 'gap' ? 'distance' : 'secs']: x, [y]: best.y[i] })));
}

function activityCurve(
  best: Best,
  kind: CurveKind,
  id: string,
  after: number,
  weight: number,
): Record<string, unknown> {
  const pace = kind === 'pace' || kind === 'gap';
  return {
    id,
    label: null,
    start_date_local: null,
    end_date_local: null,
    days: null,
    weight,
    ...(pace ? { distance: best.x, type: kind === 'gap' ? 'GAP' : 'PACE', activity_id: null } : { secs: best.x }),
    values: best.y,
    ...(kind === 'power'
      ? { watts: best.y, after_kj: after, watts_per_kg: best.y.map((watts) => watts / weight), stream_type: 'watts' }
      : {}),
    start_index: best.startIndex,
    end_index: best.endIndex,
  };
}

/** One curve a stream and state of fatigue; only watts are stored here. */
function fatigued(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx);
  const group = groupFor(record.groups, record.activities.type(activity));
  const states = (ctx.query.get('fatigue') ?? 'normal,kj0,kj1').split(',');
  const curves = states.flatMap((state) => {
    const after = state === 'normal' ? 0 : Number(group[`after_${state}`] ?? 0);
    const best = record.curves.of(activity, 'power', after);
    return best ? [activityCurve(best, 'power', activity.id, after, record.profile.weightKg)] : [];
  });
  return json(curves);
}
