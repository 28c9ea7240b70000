import { type ZoneTableName, zonesOf } from '@core/metrics/zones';

/** A zone as a row: from its lower bound up to the next one's; the last is open. */
export interface ZoneRow extends Record<string, string | number | null> {
  readonly kind: string;
  readonly zone: string;
  readonly name: string;
  readonly from: number;
  readonly to: number | null;
}

/** The zones of a table for an anchor; none without one. Bounds with one decimal, in the unit of the anchor. */
export function zoneRanges(kind: string, table: ZoneTableName, anchor: number | null): ZoneRow[] {
  if (anchor === null) return [];
  const { value } = zonesOf(table, anchor);
  if (value === null) return [];
  return value.bounds.map((from, index) => {
    const next = value.bounds[index + 1];
    const name = value.names[index] ?? '';
    return { kind, zone: `Z${index + 1}`, name, from: tenths(from), to: next === undefined ? null : tenths(next) };
  });
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
