import type { Cell } from '@core/mcp-kit';
import type { SportFamily } from '../ports/index.ts';

/** Column names that {@link speedOf} may yield. */
export const speedColumns = ['speed_km_h', 'pace_s_per_km', 'pace_s_per_100m', 'pace_s_per_500m'] as const;

/** How fast, in the unit the sport talks in, from m/s: a pace on foot, in water and with oars, a speed for the rest. */
export function speedOf(family: SportFamily, speedMs: number | null): Readonly<Record<string, Cell>> {
  const per = (metres: number) => (speedMs === null || speedMs <= 0 ? null : metres / speedMs);
  if (family === 'swim') return { pace_s_per_100m: per(100) };
  if (family === 'row') return { pace_s_per_500m: per(500) };
  if (family === 'run') return { pace_s_per_km: per(1000) };
  return { speed_km_h: speedMs === null ? null : speedMs * 3.6 };
}
