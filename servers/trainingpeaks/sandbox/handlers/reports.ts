import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { planWeeks } from '../reports/atp.ts';
import { type PerformanceOptions, performanceRows } from '../reports/performance.ts';
import { numberOrNull, objectBody, windowOf } from '../shape/body.ts';
import { badRequest } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const reportRoutes: readonly Route<World>[] = [
  {
    method: 'POST',
    path: '/fitness/v1/athletes/{aid}/reporting/performancedata/{s}/{e}',
    handler: (_, ctx) => Response.json(performance(ctx)),
  },
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/atp/{s}/{e}',
    handler: (_, ctx) => {
      const { from, to } = windowOf(ctx);
      return Response.json(planWeeks(athleteOf(ctx), from, to));
    },
  },
];

function performance(ctx: Ctx) {
  const record = athleteOf(ctx);
  const { from, to } = windowOf(ctx);
  const body = objectBody(ctx);
  const { quirks } = ctx.state;
  const constant = (key: string, fallback: number) => {
    const value = numberOrNull(body[key]) ?? fallback;
    if (value <= 0) throw badRequest('The request is invalid.');
    return value;
  };
  const options: PerformanceOptions = {
    ctlConstant: constant('ctlConstant', 42),
    atlConstant: constant('atlConstant', 7),
    ctlStart: numberOrNull(body.ctlStart) ?? 0,
    atlStart: numberOrNull(body.atlStart) ?? 0,
    workoutTypes: Array.isArray(body.workoutTypes) ? body.workoutTypes.map(Number) : [],
    projected: quirks.projectsPlannedLoad,
    sameDayForm: quirks.sameDayForm,
  };
  return performanceRows(record, from, to, options);
}
