import type { Route } from '@core/sandbox';
import { type Ctx, workoutById } from '../access.ts';
import { chartsData } from '../analysis/charts.ts';
import { lapsData } from '../analysis/laps.ts';
import { summaryData } from '../analysis/summary.ts';
import { numberOrNull, objectBody, type Row } from '../shape/body.ts';
import { missing } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const ANALYZE = '/workout-analysis/v2/analyze';

export const analysisRoutes: readonly Route<World>[] = [
  { method: 'POST', path: `${ANALYZE}/summary`, handler: (_, ctx) => Response.json(summary(ctx)) },
  {
    method: 'POST',
    path: `${ANALYZE}/charts`,
    handler: (_, ctx) => {
      const { record, recording } = sampled(ctx);
      return Response.json(chartsData(record, recording));
    },
  },
  {
    method: 'POST',
    path: `${ANALYZE}/laps`,
    handler: (_, ctx) => {
      const { record, recording } = sampled(ctx);
      return Response.json(lapsData(record, recording));
    },
  },
  {
    method: 'GET',
    path: '/weather/v1/settings',
    handler: (_, { state }) => {
      const { id, profile } = state.me;
      const { latitude: lat, longitude: lon } = profile.home;
      return Response.json([{ athleteId: id, enabled: true, location: profile.city, lat, lon }]);
    },
  },
];

function found(ctx: Ctx) {
  const id = numberOrNull(objectBody(ctx, missing).workoutId);
  const known = id === null ? undefined : workoutById(ctx, id);
  if (!known) throw missing();
  const { record, workout } = known;
  return { record, row: record.workouts.row(workout), recording: record.workouts.recording(workout) };
}

/** Typed-in workouts have totals; what was only planned cannot be analysed. */
function summary(ctx: Ctx): Row {
  const { record, row, recording } = found(ctx);
  if (row.totalTime === null) throw missing();
  return {
    startTimestamp: row.startTime ?? row.workoutDay,
    data: summaryData(record, row, recording),
  };
}

function sampled(ctx: Ctx) {
  const { record, recording } = found(ctx);
  if (!recording) throw missing();
  return { record, recording };
}
