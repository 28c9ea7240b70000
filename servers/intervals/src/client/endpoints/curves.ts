import { endpoint, path } from '@core/mcp-kit/http';
import { wireHrCurves, wirePaceCurves, wirePowerCurves } from '../wire/curve.ts';

export interface CurveQuery {
  readonly athlete: string;
  /** A sport of the group whose curve is wanted, e.g. `Ride`; power curves answer 422 without one. */
  readonly sport: string;
  /** Windows by the platform's names: `90d`, `1y`, `s0`, `r.2026-01-01.2026-03-31`. */
  readonly curves: readonly string[];
  /** `[{"field_id":…}]` of the platform; sent as JSON. */
  readonly filters?: readonly object[];
}

function query({ sport, curves, filters }: CurveQuery) {
  return { type: sport, curves: curves.join(','), filters: filters && JSON.stringify(filters) };
}

export const getPowerCurves = endpoint<CurveQuery>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/power-curves.json`,
  query,
  response: wirePowerCurves,
  cacheSeconds: 300,
});

export const getHrCurves = endpoint<CurveQuery>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/hr-curves.json`,
  query,
  response: wireHrCurves,
  cacheSeconds: 300,
});

export const getPaceCurves = endpoint<CurveQuery & { readonly gap: boolean }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/pace-curves.json`,
  query: (params) => ({ ...query(params), gap: params.gap || undefined }),
  response: wirePaceCurves,
  cacheSeconds: 300,
});
