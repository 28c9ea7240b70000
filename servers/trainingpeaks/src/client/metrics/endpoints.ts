import { endpoint, path } from '@core/mcp-kit/http';
import { type MetricBody, wireMetricDays } from './wire.ts';

export const listMetrics = endpoint<{ athlete: string; oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) =>
    path`metrics/v3/athletes/${athlete}/consolidatedtimedmetrics/${oldest}/${newest}`,
  response: wireMetricDays,
  cacheSeconds: 60,
});

/** The same, never from the cache: a value that is there already must not be written again. */
const listMetricsNow = { ...listMetrics, cacheSeconds: 0 };

/** Adds points. No call is known that changes or deletes one: a repeated POST is a second point. */
export const addMetrics = endpoint<{ athlete: string; day: string; details: readonly MetricBody[] }>()({
  method: 'POST',
  path: ({ athlete }) => path`metrics/v3/athletes/${athlete}/consolidatedtimedmetric`,
  body: ({ athlete, day, details }) => ({
    athleteId: Number(athlete),
    timeStamp: `${day}T00:00:00`,
    id: null,
    details: details.map((each) => ({ ...each, temporaryId: 0, formatedUnits: each.units })),
  }),
  response: 'none',
});

export const metricEndpoints = { list: listMetrics, listNow: listMetricsNow, add: addMetrics };
