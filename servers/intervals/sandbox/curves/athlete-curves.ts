import { addDays } from '@core/sandbox/athlete';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { groupFor, type SettingsGroup } from '../settings.ts';
import { powerModel } from '../settings-row.ts';
import type { Best, CurveKind } from './best.ts';
import { type Filter, passes } from './filters.ts';
import { type CurveWindow, reportedDays } from './windows.ts';

interface CurveQuestion {
  readonly kind: CurveKind;
  readonly group: SettingsGroup;
  readonly windows: readonly CurveWindow[];
  /** One curve is made for each filter set. */
  readonly filterSets: readonly (Filter[] | undefined)[];
  readonly subMaxEfforts: number;
}

interface Held {
  y: number;
  id: string;
}

/** `{list, activities}`: a curve a window, windows without activities left out, and the holders of their points. */
export function athleteCurves(record: AthleteRecord, question: CurveQuestion): Record<string, unknown> {
  const holders = new Set<string>();
  const list: Record<string, unknown>[] = [];
  for (const filters of question.filterSets) {
    for (const window of question.windows) {
      const curve = windowCurve(record, question, window, filters);
      if (!curve) continue;
      list.push(curve);
      for (const id of curve.activity_id as string[]) holders.add(id);
    }
  }
  const activities = record.activities.list().filter((activity) => holders.has(activity.id));
  return {
    list,
    activities: Object.fromEntries(activities.map((activity) => [activity.id, projection(record, activity)])),
  };
}

function inWindow(record: AthleteRecord, question: CurveQuestion, window: CurveWindow, filters: Filter[] | undefined) {
  return record.activities.list().filter((activity) => {
    const day = activity.startLocal.slice(0, 10);
    return (
      day >= window.from &&
      day <= window.to &&
      groupFor(record.groups, record.activities.type(activity)) === question.group &&
      passes(record, activity, filters)
    );
  });
}

function windowCurve(
  record: AthleteRecord,
  question: CurveQuestion,
  window: CurveWindow,
  filters: Filter[] | undefined,
): Record<string, unknown> | undefined {
  const afterKj = window.after === undefined ? 0 : Number(question.group[`after_${window.after}`] ?? 0);
  const ranked = new Map<number, Held[]>();
  const rows = inWindow(record, question, window, filters);
  for (const activity of rows)
    collect(ranked, record.curves.of(activity, question.kind, afterKj), activity.id, question.kind);
  if (ranked.size === 0) return undefined;
  const grid = [...ranked.keys()].sort((a, b) => a - b);
  const values = grid.map((x) => ranked.get(x)![0]!.y);
  const ids = grid.map((x) => ranked.get(x)![0]!.id);
  const pace = question.kind === 'pace' || question.kind === 'gap';
  return {
    id: window.id,
    label: window.label,
    filters: filters ?? null,
    filter_label: null,
    percentile: null,
    start_date_local: `${window.from}T00:00:00`,
    end_date_local: `${addDays(window.to, 1)}T00:00:00`,
    days: reportedDays(window),
    moving_time: 0,
    training_load: rows.reduce((sum, activity) => sum + record.activities.load(activity), 0),
    weight: record.profile.weightKg,
    ...(pace ? { distance: grid } : { secs: grid }),
    values,
    activity_id: ids,
    ...submax(grid, ranked, question.subMaxEfforts),
    ...extras(record, question, grid, values, ids, afterKj),
  };
}

function collect(ranked: Map<number, Held[]>, best: Best | undefined, id: string, kind: CurveKind): void {
  if (!best) return;
  const smaller = kind === 'pace' || kind === 'gap';
  best.x.forEach((x, i) => {
    const held = ranked.get(x) ?? [];
    held.push({ y: best.y[i]!, id });
    held.sort((a, b) => (smaller ? a.y - b.y : b.y - a.y));
    if (held.length > 10) held.length = 10;
    ranked.set(x, held);
  });
}

/** Row r holds the (r+2)th best; a row ends where that many activities no longer reach. */
function submax(grid: readonly number[], ranked: Map<number, Held[]>, count: number): Record<string, unknown> {
  if (count <= 0) return { submax_values: null, submax_activity_id: null };
  const rows = Array.from({ length: count }, (_, r) =>
    grid.map((x) => ranked.get(x)![r + 1]).filter((held) => held !== undefined),
  );
  const filled = rows.filter((row) => row.length > 0);
  return {
    submax_values: filled.map((row) => row.map((held) => held.y)),
    submax_activity_id: filled.map((row) => row.map((held) => held.id)),
  };
}

function extras(
  record: AthleteRecord,
  question: CurveQuestion,
  grid: readonly number[],
  values: readonly number[],
  ids: readonly string[],
  afterKj: number,
): Record<string, unknown> {
  if (question.kind === 'power') {
    const fiveMinutes = values[grid.indexOf(300)];
    return {
      after_kj: afterKj,
      watts_per_kg: values.map((watts) => watts / record.profile.weightKg),
      wkg_activity_id: ids,
      powerModels: [powerModel(question.group, record)],
      ranks: null,
      stream_type: 'watts',
      stream_name: null,
      mapPlot: null,
      vo2max_5m: fiveMinutes === undefined ? null : (10.8 * fiveMinutes) / record.profile.weightKg + 7,
      compound_score_5m: null,
    };
  }
  if (question.kind === 'hr') return {};
  const model = criticalSpeed(grid, values);
  return { type: question.kind === 'gap' ? 'GAP' : 'PACE', paceModels: model ? [model] : [] };
}

/** Critical speed and D′: the line of distance over time through the points of 2 to 20 minutes. */
function criticalSpeed(distance: readonly number[], seconds: readonly number[]): Record<string, unknown> | undefined {
  const points = distance.map((d, i) => ({ d, t: seconds[i]!, i })).filter(({ t }) => t >= 120 && t <= 1200);
  if (points.length < 3) return undefined;
  const mean = (pickOne: (point: { d: number; t: number }) => number) =>
    points.reduce((sum, point) => sum + pickOne(point), 0) / points.length;
  const [mt, md] = [mean(({ t }) => t), mean(({ d }) => d)];
  const slope = mean(({ t, d }) => (t - mt) * (d - md)) / mean(({ t }) => (t - mt) ** 2);
  const residual = mean(({ t, d }) => (d - md - slope * (t - mt)) ** 2);
  const r2 = 1 - residual / mean(({ d }) => (d - md) ** 2);
  return { type: 'CS', criticalSpeed: slope, dPrime: md - slope * mt, r2, inputPointIndexes: points.map(({ i }) => i) };
}

/** The few facts of an activity that the map beside the curves holds. */
function projection(record: AthleteRecord, activity: StoredActivity): Record<string, unknown> {
  const summary = record.activities.summary(activity);
  const session = activity.origin.kind === 'session' ? activity.origin.session : undefined;
  return {
    id: activity.id,
    name: activity.patch.name ?? session?.title ?? null,
    distance: summary.distance ?? null,
    moving_time: summary.moving_time ?? null,
    start_date_local: activity.startLocal,
    race: session?.race ?? false,
    training_load: record.activities.load(activity),
    icu_weight: record.profile.weightKg,
  };
}
