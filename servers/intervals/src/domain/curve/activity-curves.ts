import type { Cell } from '@core/mcp-kit';
import type { WireActivityBests, WireActivityCurve } from '../../client/wire/plot.ts';
import { localDay } from '../local-time.ts';
import { speedOf } from '../sport.ts';
import { nearestOnGrid } from './points.ts';

export const curveKinds = ['power', 'heart_rate', 'pace'] as const;

export type CurveKind = (typeof curveKinds)[number];

/** Curves of one activity laid beside each other at the wanted positions. */
export interface OneActivity {
  readonly kind: CurveKind;
  readonly sport: string | null;
  readonly wanted: readonly number[];
  /** Seconds since the start of each sample. */
  readonly time: readonly (number | null)[];
}

/** A line for each duration or distance: the best of it and where it begins; for power also after the kilojoules of the settings. */
export function activityCurveRows(
  curves: readonly WireActivityCurve[],
  { kind, sport, wanted, time }: OneActivity,
): Record<string, Cell>[] {
  const [fresh, ...tired] = curves;
  if (fresh === undefined) return [];
  const grid = kind === 'pace' ? fresh.distance : fresh.secs;
  return nearestOnGrid(grid, wanted).map((at) => {
    const i = grid.indexOf(at);
    const value = fresh.values[i] ?? fresh.watts[i] ?? null;
    const start = fresh.start_index[i] ?? null;
    const start_s = start === null ? null : (time[start] ?? null);
    if (kind === 'pace') {
      const speed = value === null || value === 0 ? null : at / value;
      return { distance_km: at / 1000, time_s: value, ...speedOf(sport, speed), start_s };
    }
    if (kind === 'heart_rate') return { duration_s: at, hr_bpm: value, start_s };
    const worn = tired.map((curve) => [
      `power_after_${Math.round((curve.after_kj ?? 0) / 100) * 100}_kj_w`,
      curve.values[curve.secs.indexOf(at)] ?? null,
    ]);
    const perKg = fresh.watts_per_kg[i] ?? null;
    return { duration_s: at, power_w: value, power_w_per_kg: perKg, start_s, ...Object.fromEntries(worn) };
  });
}

/** A line for each activity, newest first: its best at each position, under names that hold position and unit. */
export function activityBestRows(bests: WireActivityBests, kind: CurveKind): Record<string, Cell>[] {
  const grid = kind === 'pace' ? bests.distances : bests.secs;
  return [...bests.curves]
    .sort((a, b) => ((a.start_date_local ?? '') < (b.start_date_local ?? '') ? 1 : -1))
    .map((curve) => {
      const values = kind === 'power' ? curve.watts : kind === 'heart_rate' ? curve.bpm : curve.secs;
      const cells = grid.map((at, i) => [bestName(at ?? 0, kind), values[i] ?? null]);
      return { activity_id: curve.id, date: localDay(curve.start_date_local), ...Object.fromEntries(cells) };
    });
}

function bestName(at: number, kind: CurveKind): string {
  if (kind === 'pace') return `best_${Math.round(at)}m_time_s`;
  return kind === 'power' ? `best_${at}s_power_w` : `best_${at}s_hr_bpm`;
}

/** Every column that occurs, in the order of the rows. */
export function columnsOf(rows: readonly Record<string, Cell>[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}
