import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import { settingsBody } from '../settings/athlete-settings.ts';
import { calculate } from '../settings/calculator.ts';
import type { ZoneGroups } from '../settings/zones.ts';
import { idOf, numberOrNull, objectBody, parsed, type Row } from '../shape/body.ts';
import { badRequest, brokenController, forbidden } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const zonesAt = (name: string, key: keyof ZoneGroups): Route<World> => ({
  method: 'PUT',
  path: `/fitness/v2/athletes/{aid}/${name}`,
  handler: (_, ctx) => replaceZones(ctx, key),
});

export const settingsRoutes: readonly Route<World>[] = [
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/settings',
    handler: (_, ctx) => Response.json(settingsBody(ctx.state, athleteOf(ctx))),
  },
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/defaultZones',
    handler: (_, ctx) => {
      const { zones } = athleteOf(ctx).settings;
      return Response.json({ powerZones: zones.powerZones.filter(({ workoutTypeId }) => workoutTypeId === 0) });
    },
  },
  zonesAt('powerzones', 'powerZones'),
  zonesAt('heartratezones', 'heartRateZones'),
  zonesAt('speedzones', 'speedZones'),
  {
    method: 'POST',
    path: '/trainingzones/v1/users/{uid}/{metric}/calculate/{method}',
    handler: (_, ctx) => {
      if (idOf(ctx.params.uid) !== ctx.state.me.id) throw forbidden();
      return Response.json(calculate(ctx.params.metric ?? '', idOf(ctx.params.method), objectBody(ctx)));
    },
  },
  {
    method: 'POST',
    path: '/fitness/v1/athletes/{aid}/nutritionsettings',
    handler: (_, ctx) => Response.json(writeNutrition(ctx)),
  },
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/poollengthsettings',
    handler: (_, ctx) => {
      athleteOf(ctx);
      return Response.json(POOLS);
    },
  },
];

const POOLS = {
  defaultId: 'DEFAULT-25M',
  options: [
    { id: 'DEFAULT-25M', length: 25, units: 'Meters', label: null },
    { id: 'DEFAULT-50M', length: 50, units: 'Meters', label: null },
    { id: 'DEFAULT-25Y', length: 25, units: 'Yards', label: null },
    { id: '6f1d1a50-5f0e-4a8e-9b07-0d9b8c1b2a33', length: 33.3, units: 'Meters', label: 'Hotel' },
  ],
  supportedUnits: ['Meters', 'Yards'],
};

/** Overwrites the groups of a metric for every sport at once. Anything but a list of whole groups breaks the controller. */
function replaceZones(ctx: Ctx, key: keyof ZoneGroups): Response {
  const { settings } = athleteOf(ctx);
  const groups = parsed(ctx);
  if (!Array.isArray(groups) || !groups.every(isGroup)) throw brokenController();
  settings.zones[key] = groups.map((group: Row) => {
    const { currentUserId: _, ...kept } = group;
    return { zoneCalculatorId: null, ...structuredClone(kept) };
  });
  return new Response(null, { status: 204 });
}

function isGroup(group: Row | null): boolean {
  return (
    group !== null &&
    typeof group === 'object' &&
    typeof group.workoutTypeId === 'number' &&
    typeof group.threshold === 'number' &&
    typeof group.calculationMethod === 'number' &&
    Array.isArray(group.zones)
  );
}

/** The record as it is from now on. */
function writeNutrition(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const body = objectBody(ctx);
  const plannedCalories = numberOrNull(body.plannedCalories);
  if (plannedCalories === null || plannedCalories < 0) throw badRequest('The request is invalid.');
  record.settings.nutrition = {
    athleteId: record.id,
    plannedCalories,
    substrateUtilizationCategory: numberOrNull(body.substrateUtilizationCategory) ?? 0,
  };
  return record.settings.nutrition;
}
