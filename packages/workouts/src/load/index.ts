export { type Planned, planned } from './planned.ts';
export { type Absolute, type Resolution, resolveTarget } from './resolve.ts';
export { plannedNormalizedPower } from './stream.ts';
export type { LoadKind, Strain } from './totals.ts';
export { hrZoneBand, paceZoneBand, powerZoneBand } from './zones.ts';
