import * as z from '@core/mcp-kit/schema';
import { list, maybe, number, numbers, optionalId, text } from './blocks.ts';

const activity = z.object({
  id: optionalId,
  name: text,
  start_date_local: text,
  moving_time: number,
  distance: number,
});

/** Which activity holds a point of a curve: a small projection, not a whole activity. */
export type WireCurveActivity = z.infer<typeof activity>;

const window = {
  id: text,
  label: text,
  start_date_local: text,
  end_date_local: text,
  days: number,
  weight: number,
  activity_id: list(optionalId),
  values: numbers,
} as const;

const wirePowerCurve = z.object({
  ...window,
  secs: numbers,
  watts_per_kg: numbers,
  powerModels: list(z.object({ type: text, criticalPower: number, wPrime: number, pMax: number, ftp: number })),
});

const wireHrCurve = z.object({ ...window, secs: numbers });

/** `values` are seconds for each distance in metres. */
const wirePaceCurve = z.object({
  ...window,
  distance: numbers,
  paceModels: list(z.object({ type: text, criticalSpeed: number, dPrime: number, r2: number })),
});

function curveSet<T>(curve: z.ZodType<T>) {
  return z.object({
    list: list(curve),
    activities: maybe(z.record(z.string(), activity)),
  });
}

export const wirePowerCurves = curveSet(wirePowerCurve);
export const wireHrCurves = curveSet(wireHrCurve);
export const wirePaceCurves = curveSet(wirePaceCurve);

export type WirePowerCurves = z.infer<typeof wirePowerCurves>;
export type WireHrCurves = z.infer<typeof wireHrCurves>;
export type WirePaceCurves = z.infer<typeof wirePaceCurves>;
