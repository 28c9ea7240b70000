import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { allKeys, json } from '../shape/json.ts';
import { athleteRouteKeys } from '../shape/keys.ts';
import { flag, missing, objectBody } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const ONE = '/athlete/{id}/routes/{route_id}';

/** The athlete's recurring routes. */
export const courseRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/routes', handler: (_, ctx) => json(list(athleteOf(ctx))) },
  { method: 'GET', path: ONE, handler: (_, ctx) => one(ctx) },
  { method: 'PUT', path: ONE, handler: (_, ctx) => update(ctx) },
  { method: 'GET', path: `${ONE}/similarity/{other_id}`, handler: (_, ctx) => similarity(ctx) },
];

interface Found {
  readonly row: Record<string, unknown>;
  readonly latlngs: [number, number][];
}

/** Every loop that was ridden or run, with how often and when last. */
function routesOf(record: AthleteRecord): Found[] {
  const found = new Map<number, Found>();
  for (const activity of record.activities.list()) {
    const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
    if (!session?.courseName || activity.source === 'STRAVA') continue;
    const course = record.simulated.course(session.courseName);
    const known = found.get(course.id);
    if (known) {
      known.row.activity_count = Number(known.row.activity_count) + 1;
      continue;
    }
    found.set(course.id, {
      row: {
        athlete_id: record.id,
        route_id: course.id,
        name: course.name,
        rename_activities: false,
        commute: false,
        tags: null,
        description: null,
        replaced_by_route_id: null,
        distance: course.length,
        activity_count: 1,
        most_recent_id: activity.id,
        most_recent_start_date_local: activity.startLocal,
        most_recent_type: record.activities.type(activity),
        ...record.routeEdits.get(course.id),
      },
      latlngs: Array.from({ length: Math.ceil(course.latitude.length / 10) }, (_, i) => [
        course.latitude[i * 10]!,
        course.longitude[i * 10]!,
      ]),
    });
  }
  return [...found.values()];
}

function list(record: AthleteRecord): Record<string, unknown>[] {
  return routesOf(record).map(({ row }) => ({ ...row, latlngs: null }));
}

function routeNamed(ctx: Ctx, name = 'route_id', access: 'read' | 'write' = 'read') {
  const record = athleteOf(ctx, access);
  const route = routesOf(record).find(({ row }) => String(row.route_id) === ctx.params[name]);
  if (!route) throw missing('Route not found');
  return { record, route };
}

function plain({ row, latlngs }: Found, withPath: boolean): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(row).filter(([key]) => athleteRouteKeys.includes(key)));
  return allKeys(athleteRouteKeys, { ...kept, latlngs: withPath ? latlngs : null });
}

function one(ctx: Ctx): Response {
  return json(plain(routeNamed(ctx).route, flag(ctx.query, 'includePath')));
}

function update(ctx: Ctx): Response {
  const { record, route } = routeNamed(ctx, 'route_id', 'write');
  const { name, rename_activities, commute, tags, description, replaced_by_route_id } = objectBody(ctx.text());
  const sent = { name, rename_activities, commute, tags, description, replaced_by_route_id };
  const values = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  const id = Number(route.row.route_id);
  record.routeEdits.set(id, { ...record.routeEdits.get(id), ...values });
  return json(plain(routeNamed(ctx).route, false));
}

/** Share of the shorter route that lies within 100 m of the other. */
function similarity(ctx: Ctx): Response {
  const { route } = routeNamed(ctx);
  const { route: other } = routeNamed(ctx, 'other_id');
  const near = route.latlngs.filter((a) =>
    other.latlngs.some((b) => Math.hypot(a[0] - b[0], (a[1] - b[1]) * 0.7) < 0.0009),
  ).length;
  const all = [...route.latlngs, ...other.latlngs];
  return json({
    route: plain(route, false),
    route_distance: route.row.distance,
    route_activity_count: route.row.activity_count,
    other: plain(other, false),
    other_distance: other.row.distance,
    other_activity_count: other.row.activity_count,
    similarity: near / route.latlngs.length,
    bounds: [
      [Math.min(...all.map(([lat]) => lat)), Math.min(...all.map(([, lng]) => lng))],
      [Math.max(...all.map(([lat]) => lat)), Math.max(...all.map(([, lng]) => lng))],
    ],
  });
}
