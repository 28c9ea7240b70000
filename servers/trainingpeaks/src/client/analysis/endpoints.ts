import { endpoint, path } from '@core/mcp-kit/http';
import { PEAKSWARE } from '../hosts.ts';
import { wireAnalysisCharts, wireAnalysisLaps, wireAnalysisSummary, wireDetailData } from './wire.ts';

interface Workout {
  readonly workout: string;
}

const body = ({ workout }: Workout) => ({ workoutId: Number(workout) });

/** A second of a channel takes about 100 bytes: a ride of twelve hours is some 5 MB. */
const CHART_BYTES = 40_000_000;

/** Totals; 404 when there is nothing to analyse. The service retired v1 overnight in July 2026. */
export const summary = endpoint<Workout>()({
  method: 'POST',
  effect: 'read',
  host: PEAKSWARE,
  path: () => path`workout-analysis/v2/analyze/summary`,
  body,
  response: wireAnalysisSummary,
  cacheSeconds: 300,
});

/** Every sample; 404 for a workout with totals only. */
export const charts = endpoint<Workout>()({
  method: 'POST',
  effect: 'read',
  host: PEAKSWARE,
  path: () => path`workout-analysis/v2/analyze/charts`,
  body,
  response: wireAnalysisCharts,
  cacheSeconds: 300,
  maxBytes: CHART_BYTES,
});

export const laps = endpoint<Workout>()({
  method: 'POST',
  effect: 'read',
  host: PEAKSWARE,
  path: () => path`workout-analysis/v2/analyze/laps`,
  body,
  response: wireAnalysisLaps,
  cacheSeconds: 300,
});

/** The main API's own view of the recording; 400 when there is none. */
export const detailData = endpoint<{ athlete: string; workout: string }>()({
  method: 'GET',
  path: ({ athlete, workout }) => path`fitness/v6/athletes/${athlete}/workouts/${workout}/detaildata`,
  response: wireDetailData,
  cacheSeconds: 300,
  maxBytes: CHART_BYTES,
});

export const analysisEndpoints = { summary, charts, laps, detailData };
