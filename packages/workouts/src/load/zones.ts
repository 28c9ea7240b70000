/** Inclusive bounds of a zone, or of several neighbours taken together. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

const FLOOR_OF_FIRST = 0.8;

/** Reading 80 % as 0.8 × top would leave 125.99999 where the platform has 126. */
const settle = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * Watts of power zones `from`…`to` as the planned load of Intervals.icu counts them: ⌊previous top⌋ + 1 … ⌊top⌋, and
 * zone 1 from 80 % of its top (intervals-api.md 7.3, measured at FTP 286).
 */
export function powerZoneBand(from: number, to: number, tops: readonly number[], ftp: number): Band | undefined {
  const watts = (zone: number) => Math.floor(settle(((tops[zone - 1] ?? Number.NaN) * ftp) / 100));
  const low = from === 1 ? Math.floor(settle(FLOOR_OF_FIRST * watts(1))) : watts(from - 1) + 1;
  return bandOf(low, watts(to));
}

/** bpm of heart rate zones: previous top + 1 … top; zone 1 from 80 % of its top, as for power. */
export function hrZoneBand(from: number, to: number, tops: readonly number[]): Band | undefined {
  const low = from === 1 ? Math.floor(FLOOR_OF_FIRST * (tops[0] ?? Number.NaN)) : (tops[from - 2] ?? Number.NaN) + 1;
  return bandOf(low, tops[to - 1] ?? Number.NaN);
}

/** m/s of pace zones: (previous top + 1) % … top % of threshold speed; zone 1 from 80 % of its top, as for power. */
export function paceZoneBand(from: number, to: number, tops: readonly number[], speed: number): Band | undefined {
  const low = from === 1 ? FLOOR_OF_FIRST * (tops[0] ?? Number.NaN) : (tops[from - 2] ?? Number.NaN) + 1;
  return bandOf((low * speed) / 100, ((tops[to - 1] ?? Number.NaN) * speed) / 100);
}

function bandOf(low: number, high: number): Band | undefined {
  return Number.isFinite(low) && Number.isFinite(high) ? { low, high } : undefined;
}

/** Index of the first zone whose top is not below `value`; the last zone takes what lies above all tops. */
export function zoneIndex(value: number, tops: readonly number[]): number {
  const found = tops.findIndex((top) => value <= top + 1e-9);
  return found === -1 ? tops.length - 1 : found;
}
