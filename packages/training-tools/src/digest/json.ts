import type { RosterDigest } from '../roster/digest.ts';
import type { DigestAbout } from './about.ts';
import { totalsOf } from './totals.ts';
import { isoWeek } from './week.ts';

/** A digest for programs: every number with its unit in the name, `null` where nothing is known. */
export function digestJson(digest: RosterDigest, { platform, madeAt }: DigestAbout): string {
  const { skipped, notes, athletes, ...about } = digest;
  const data = {
    platform,
    made_at: madeAt.toISOString(),
    iso_week: isoWeek(digest.week),
    ...snaked(about),
    totals: totalsOf(digest),
    athletes: athletes.map(snaked),
    skipped,
    notes,
  };
  return JSON.stringify(data, (_key, value: unknown) => (typeof value === 'number' ? hundredths(value) : value), 2);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** `movingS` as `moving_s`, at every depth. */
function snaked<T extends object>(value: T): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      deeper(inner),
    ]),
  );
}

function deeper(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deeper);
  return typeof value === 'object' && value !== null ? snaked(value) : value;
}
