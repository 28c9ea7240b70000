import type { Cell } from '@core/mcp-kit';
import type { WirePaceCurves } from '../../client/wire/curve.ts';
import { recorded } from '../recorded.ts';
import { speedOf } from '../sport.ts';
import type { Curve } from './points.ts';

type WirePaceCurve = WirePaceCurves['list'][number];

/** Seconds by distance in metres. */
export function paceCurve(wire: WirePaceCurve | undefined): Curve | undefined {
  return wire && { grid: wire.distance, values: wire.values, activityIds: wire.activity_id };
}

/** The time of a distance and the pace it means. */
export function pacePoint(sport: string, metres: number, seconds: number | null): Record<string, Cell> {
  const speed = seconds === null || seconds === 0 ? null : metres / seconds;
  return { time_s: seconds, ...speedOf(sport, speed) };
}

/** The platform's critical-speed fit to the curve of a period. */
export function paceModels(wire: WirePaceCurve, sport: string): Record<string, unknown>[] {
  return wire.paceModels.map((model) =>
    recorded({
      period: wire.label ?? wire.id,
      model: model.type,
      ...Object.fromEntries(Object.entries(speedOf(sport, model.criticalSpeed)).map(([k, v]) => [`critical_${k}`, v])),
      d_prime_m: model.dPrime,
      r2: model.r2,
    }),
  );
}
