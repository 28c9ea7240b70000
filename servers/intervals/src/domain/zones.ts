import type { Cell } from '@core/mcp-kit';

/** A zone as a range. `to` is `null` for the open top. */
export interface ZoneRange {
  readonly name: string;
  readonly from: number;
  readonly to: number | null;
}

/** Tops above this are the platform's way to write "no upper limit" (999, in older settings 9999). */
const OPEN_TOP = 999;

/**
 * The athlete's zone tops as ranges. Heart-rate tops are inclusive whole beats, so the next zone starts one above;
 * percentages have no gap between zones.
 */
export function zoneRanges(
  tops: readonly (number | null)[],
  names: readonly (string | null)[],
  kind: 'beats' | 'percent',
): ZoneRange[] {
  const known = tops.filter((top): top is number => top !== null);
  return known.map((top, i) => {
    const below = known[i - 1];
    return {
      name: names[i] ?? `Z${i + 1}`,
      from: below === undefined ? 0 : kind === 'beats' ? below + 1 : below,
      to: top >= OPEN_TOP ? null : top,
    };
  });
}

/** Seconds in each zone of one kind, beside the zone's bounds that day. */
export function zoneTimeRows(
  kind: string,
  ranges: readonly ZoneRange[],
  seconds: readonly (number | null)[],
): Record<string, Cell>[] {
  return seconds.flatMap((time_s, i) =>
    time_s === null
      ? []
      : [{ kind, zone: `Z${i + 1}`, from: ranges[i]?.from ?? null, to: ranges[i]?.to ?? null, time_s }],
  );
}
