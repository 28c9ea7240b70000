import { endpoint, path } from '@core/mcp-kit/http';
import { rows } from '../wire/blocks.ts';
import {
  wireActivityBests,
  wireActivityCurve,
  wireBucket,
  wireHrLoadModel,
  wirePowerHrCurve,
  wirePowerModel,
  wirePowerVsHr,
  wireTimeAtHr,
} from '../wire/plot.ts';

interface Histogram {
  readonly activity: string;
  readonly kind: 'power' | 'hr' | 'pace' | 'gap';
  /** W or bpm; pace has fixed steps. */
  readonly bucket?: number;
}

export const histogram = endpoint<Histogram>()({
  method: 'GET',
  path: ({ activity, kind }) => path`activity/${activity}/${`${kind}-histogram`}`,
  query: ({ bucket }) => ({ bucketSize: bucket }),
  response: rows(wireBucket),
  cacheSeconds: 600,
});

export const timeAtHr = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/time-at-hr`,
  response: wireTimeAtHr,
  cacheSeconds: 600,
});

export const powerVsHr = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/power-vs-hr.json`,
  response: wirePowerVsHr,
  cacheSeconds: 600,
});

interface Range {
  readonly athlete: string;
  readonly oldest: string;
  readonly newest: string;
  readonly sport: string;
  readonly filters?: readonly object[];
}

export const powerHrCurve = endpoint<Range>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/power-hr-curve`,
  query: ({ oldest, newest, sport, filters }) => ({
    start: oldest,
    end: newest,
    type: sport,
    filters: filters && JSON.stringify(filters),
  }),
  response: wirePowerHrCurve,
  cacheSeconds: 300,
});

export const hrLoadModel = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/hr-load-model`,
  response: wireHrLoadModel,
  cacheSeconds: 600,
});

export const powerSpikeModel = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/power-spike-model`,
  response: wirePowerModel,
  cacheSeconds: 600,
});

/** The model behind `%MMP` steps of workouts. */
export const mmpModel = endpoint<{ athlete: string; sport: string }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/mmp-model`,
  query: ({ sport }) => ({ type: sport }),
  response: wirePowerModel,
  cacheSeconds: 600,
});

/** Fresh, and after the kilojoules of the sport settings (`kj0`, `kj1`). */
export const powerCurves = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/power-curves.json`,
  query: () => ({ types: 'watts', fatigue: 'normal,kj0,kj1' }),
  response: rows(wireActivityCurve),
  cacheSeconds: 600,
});

export const hrCurve = endpoint<{ activity: string }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/hr-curve.json`,
  response: wireActivityCurve,
  cacheSeconds: 600,
});

export const paceCurve = endpoint<{ activity: string; gap: boolean }>()({
  method: 'GET',
  path: ({ activity }) => path`activity/${activity}/pace-curve.json`,
  query: ({ gap }) => ({ gap: gap || undefined }),
  response: wireActivityCurve,
  cacheSeconds: 600,
});

interface Bests extends Range {
  readonly durations: readonly number[];
}

export const powerBests = endpoint<Bests>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activity-power-curves.json`,
  query: ({ oldest, newest, sport, durations }) => ({ oldest, newest, type: sport, secs: durations }),
  response: wireActivityBests,
  cacheSeconds: 300,
});

export const hrBests = endpoint<Bests>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activity-hr-curves.json`,
  query: ({ oldest, newest, sport, durations }) => ({ oldest, newest, type: sport, secs: durations }),
  response: wireActivityBests,
  cacheSeconds: 300,
});

export const paceBests = endpoint<Range & { readonly distances: readonly number[]; readonly gap: boolean }>()({
  method: 'GET',
  path: ({ athlete }) => path`athlete/${athlete}/activity-pace-curves.json`,
  query: ({ oldest, newest, sport, distances, gap }) => ({
    oldest,
    newest,
    type: sport,
    distances,
    gap: gap || undefined,
  }),
  response: wireActivityBests,
  cacheSeconds: 300,
});
