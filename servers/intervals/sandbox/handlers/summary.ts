import type { Route } from '@core/sandbox';
import { addDays, type Day, mondayOf } from '@core/sandbox/athlete';
import { athleteOf, type Ctx } from '../access.ts';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { csv, json } from '../shape/json.ts';
import { dayParameter } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const summaryRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/athlete/{id}/athlete-summary{ext?}', handler: (request, ctx) => summary(request, ctx) },
];

/** One row a week and athlete, newest week first. A key sees everyone it may, a token only its owner. */
function summary(request: Request, ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const start = dayParameter('start', ctx.query.get('start') || addDays(record.today(), -6));
  const end = dayParameter('end', ctx.query.get('end') || record.today());
  const alone = (request.headers.get('authorization') ?? '').startsWith('Bearer ');
  const tags = ctx.query.get('tags')?.split(',');
  const people =
    alone || record.number !== 0 ? [record] : ctx.state.athletes.filter((each) => each.permission !== 'NONE');
  const chosen = people.filter(
    (each) => tags === undefined || tags.includes(each.number % 2 === 0 ? 'road' : 'triathlon'),
  );
  const rows: Record<string, unknown>[] = [];
  for (let monday = mondayOf(end); addDays(monday, 6) >= start; monday = addDays(monday, -7)) {
    for (const athlete of chosen) rows.push(weekRow(athlete, monday, start, end));
  }
  return ctx.params.ext === '.csv' ? csv(rows) : json(rows);
}

function weekRow(record: AthleteRecord, monday: Day, start: Day, end: Day): Record<string, unknown> {
  const from = monday > start ? monday : start;
  const sunday = addDays(monday, 6);
  const to = earlier(sunday, end);
  const activities = record.activities.list().filter((activity) => {
    const day = activity.startLocal.slice(0, 10);
    return day >= from && day <= to;
  });
  const lastDay = earlier(to, record.today());
  const fitness = record.fitness.on(lastDay);
  const eftp = record.simulated.season.ftpOn(lastDay);
  const zones = zoneSums(record, activities);
  return {
    ...totals(record, activities),
    eftp,
    eftpPerKg: eftp / record.profile.weightKg,
    date: monday,
    athlete_id: record.id,
    athlete_name: record.profile.name,
    email: record.profile.email,
    external_id: null,
    fitness: fitness.ctl,
    fatigue: fitness.atl,
    form: fitness.ctl - fitness.atl,
    rampRate: fitness.rampRate,
    weight: record.profile.weightKg,
    timeInZones: zones,
    timeInZonesTot: zones.reduce((sum, secs) => sum + secs, 0),
    byCategory: byCategory(record, activities),
    mostRecentWellnessId: lastDay,
  };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function totals(record: AthleteRecord, activities: readonly StoredActivity[]): Record<string, unknown> {
  const summaries = activities.map((activity) => record.activities.summary(activity));
  const add = (key: string) => summaries.reduce((sum, row) => sum + (typeof row[key] === 'number' ? row[key] : 0), 0);
  const loads = activities.map((activity) => record.activities.load(activity));
  return {
    count: activities.length,
    time: add('moving_time'),
    moving_time: add('moving_time'),
    elapsed_time: add('elapsed_time'),
    calories: add('calories'),
    total_elevation_gain: add('total_elevation_gain'),
    training_load: loads.reduce((sum, load) => sum + load, 0),
    srpe: 0,
    distance: add('distance'),
  };
}

const CATEGORY: Readonly<Record<string, string>> = {
  WeightTraining: 'Workout',
  VirtualRide: 'Ride',
  GravelRide: 'Ride',
  TrailRun: 'Run',
};

function byCategory(record: AthleteRecord, activities: readonly StoredActivity[]): Record<string, unknown>[] {
  const groups = Map.groupBy(activities, (activity) => {
    const type = record.activities.type(activity);
    return CATEGORY[type] ?? type;
  });
  return [...groups].map(([category, rows]) => ({ category, ...totals(record, rows), eftp: null, eftpPerKg: null }));
}

const ZONES = 8;

/** Heart-rate zone seconds of the week, padded to eight. */
function zoneSums(record: AthleteRecord, activities: readonly StoredActivity[]): number[] {
  const sums = Array.from({ length: ZONES }, () => 0);
  for (const activity of activities) {
    const zones = record.activities.summary(activity).icu_hr_zone_times;
    if (!Array.isArray(zones)) continue;
    for (const [i, secs] of zones.entries()) sums[i]! += Number(secs);
  }
  return sums;
}
