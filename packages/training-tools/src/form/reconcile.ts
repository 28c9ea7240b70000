import type { FitnessSeries } from '@core/metrics/load';
import type { LoadHistory } from '../ports/index.ts';

/** How far our recursion over the platform's daily loads is from its published CTL and ATL. */
export interface Reconciliation {
  readonly largest: number;
  /** First day that differs by more than rounding. */
  readonly from: string | null;
}

/** Platforms and we publish one decimal; below this nobody can see a difference. */
const VISIBLE = 0.1;

/** Our values against the platform's on the days that both know; `null` where the platform publishes none. */
export function reconcile({ days }: LoadHistory, { ctl, atl }: FitnessSeries): Reconciliation | null {
  const apart = days.flatMap(({ day, platform }, i) =>
    platform === null
      ? []
      : [{ day, by: Math.max(Math.abs(platform.ctl - ctl[i]!), Math.abs(platform.atl - atl[i]!)) }],
  );
  if (apart.length === 0) return null;
  return {
    largest: Math.max(...apart.map(({ by }) => by)),
    from: apart.find(({ by }) => by >= VISIBLE)?.day ?? null,
  };
}

/** Why the two differ, as far as it can be told. */
export function whyApart({ from }: Reconciliation, today: string, platform: string): string {
  if (from === today) {
    return `${platform} already counts a session planned for today in its value; ours counts what was done`;
  }
  return (
    `from ${from} on the published values do not follow from the published daily loads: ${platform} recalculates after ` +
    'uploads and edits with a delay, or its fitness model was changed there'
  );
}
