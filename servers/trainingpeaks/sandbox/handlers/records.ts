import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx, workoutOf } from '../access.ts';
import { RECORD_TYPES, type RecordSport } from '../reports/peaks.ts';
import { placesOf, recordRows } from '../reports/records.ts';
import { dayOf, type Row } from '../shape/body.ts';
import { badRequest, missing } from '../shape/refusal.ts';
import type { World } from '../world.ts';

/** Where a list without a start begins. */
const BEGINNING = '1900-01-01';
const RECORDS = '/personalrecord/v2/athletes/{aid}';

export const recordRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${RECORDS}/{sport}`, handler: (_, ctx) => Response.json(best(ctx)) },
  { method: 'GET', path: `${RECORDS}/workouts/{wid}`, handler: (_, ctx) => Response.json(ofWorkout(ctx)) },
];

function best(ctx: Ctx): Row[] {
  const record = athleteOf(ctx);
  const sport = ctx.params.sport as RecordSport;
  const types: readonly string[] | undefined = RECORD_TYPES[sport];
  if (!types) throw missing();
  const type = ctx.query.get('prType') ?? '';
  if (!types.includes(type)) throw badRequest('The request is invalid.');
  const from = dayOf(ctx.query.get('startDate') ?? BEGINNING);
  const to = dayOf(ctx.query.get('endDate') ?? record.today());
  return recordRows(record, sport, type, from, to);
}

/** Accounts that do not pay get the list only when they ask for it. */
function ofWorkout(ctx: Ctx): Row {
  const { record, workout } = workoutOf(ctx);
  const { quirks, options } = ctx.state;
  if (quirks.recordsPending) return { workoutId: workout.id, calcsPending: true, personalRecordCount: 0 };
  const places = placesOf(record, workout, quirks.timeFrame);
  const hidden = options.account === 'basic' && ctx.query.get('displayPeaksForBasic') !== 'true';
  return {
    workoutId: workout.id,
    calcsPending: false,
    personalRecordCount: hidden ? 0 : places.length,
    ...(places.length > 0 && !hidden ? { personalRecords: places } : {}),
  };
}
