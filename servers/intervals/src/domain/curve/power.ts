import type { WirePowerCurves } from '../../client/wire/curve.ts';
import { recorded } from '../recorded.ts';
import { kilojoules } from '../si.ts';
import type { Curve } from './points.ts';

type WirePowerCurve = WirePowerCurves['list'][number];

/** Bests by seconds, with W/kg and the activity of each; `undefined` where the platform sent no curve. */
export function powerCurve(wire: WirePowerCurve | undefined): Curve | undefined {
  return wire && { grid: wire.secs, values: wire.values, perKg: wire.watts_per_kg, activityIds: wire.activity_id };
}

/** The platform's own fits to the curve of a period. */
export function powerModels(wire: WirePowerCurve): Record<string, unknown>[] {
  return wire.powerModels.map((model) =>
    recorded({
      period: wire.label ?? wire.id,
      model: model.type,
      critical_power_w: model.criticalPower,
      w_prime_kj: kilojoules(model.wPrime),
      max_power_w: model.pMax,
      ftp_w: model.ftp,
    }),
  );
}
