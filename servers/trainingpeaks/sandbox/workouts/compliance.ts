import type { Row } from '../shape/body.ts';

const PAIRS = [
  ['complianceDurationPercent', 'totalTime', 'totalTimePlanned'],
  ['complianceDistancePercent', 'distance', 'distancePlanned'],
  ['complianceTssPercent', 'tssActual', 'tssPlanned'],
] as const;

/** Percent of the plan that was done, wherever both numbers exist. */
export function refreshCompliance(row: Row): void {
  for (const [percent, actual, planned] of PAIRS) {
    const done = row[actual];
    const wanted = row[planned];
    const known = typeof done === 'number' && typeof wanted === 'number' && wanted > 0;
    row[percent] = known ? (done / wanted) * 100 : null;
  }
}
