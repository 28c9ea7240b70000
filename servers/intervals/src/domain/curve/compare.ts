import { addDays, type Cell, toRows } from '@core/mcp-kit';
import type { WireCurveActivity } from '../../client/wire/curve.ts';
import { localDay } from '../local-time.ts';
import { type Curve, type CurvePoint, nearestOnGrid, pointAt } from './points.ts';

/** Two periods of the same curve; the second is optional. */
export interface CurvePair {
  readonly current: Curve | undefined;
  readonly other: Curve | undefined;
  readonly activities: Readonly<Record<string, WireCurveActivity>>;
}

/** How the points of one kind of curve are named and shown. */
export interface CurveColumns {
  readonly axis: (at: number) => Readonly<Record<string, Cell>>;
  readonly value: (point: CurvePoint) => Readonly<Record<string, Cell>>;
}

/** A table of the wanted positions: the period, the period it is compared with, and the change in percent. */
export function curveTable(pair: CurvePair, wanted: readonly number[], columns: CurveColumns) {
  const grid = [...(pair.current?.grid ?? []), ...(pair.other?.grid ?? [])];
  const positions = nearestOnGrid(grid, wanted);
  const rows = positions
    .map((at) => {
      const point = pointAt(pair.current, at, pair.activities);
      const other = pair.other === undefined ? undefined : pointAt(pair.other, at, pair.activities);
      return { at, point, other };
    })
    .filter(({ point, other }) => point.value !== null || (other?.value ?? null) !== null)
    .map(({ at, point, other }) => ({
      ...columns.axis(at),
      ...cells(point, columns),
      ...(other && prefixed(cells(other, columns))),
      change_pct: changePercent(point.value, other?.value ?? null),
    }));
  return toRows<Record<string, Cell>>(rows, [...new Set(rows.flatMap((row) => Object.keys(row)))]);
}

function cells(point: CurvePoint, columns: CurveColumns): Record<string, Cell> {
  return { ...columns.value(point), date: point.day, activity_id: point.activity };
}

function prefixed(row: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [`compare_${name}`, value]));
}

/** How much the period differs from the one it is compared with, in percent of the latter. */
function changePercent(value: number | null, other: number | null): number | null {
  return value === null || other === null || other === 0 ? null : (100 * (value - other)) / other;
}

/** What a window of the platform covers, days inclusive: on the wire its end is the next midnight. */
export function describedWindow(window: {
  readonly id: string | null;
  readonly label: string | null;
  readonly start_date_local: string | null;
  readonly end_date_local: string | null;
  readonly weight: number | null;
}): Record<string, unknown> {
  const end = localDay(window.end_date_local);
  return {
    period: window.label ?? window.id,
    from: localDay(window.start_date_local),
    to: end === null ? null : addDays(end, -1),
    ...(window.weight !== null && window.weight > 0 && { weight_kg: window.weight }),
  };
}
