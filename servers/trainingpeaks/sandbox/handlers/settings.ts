import type { Route } from '@core/sandbox';
import { athleteOf } from '../access.ts';
import { settingsBody } from '../settings/athlete-settings.ts';
import type { World } from '../world.ts';

export const settingsRoutes: readonly Route<World>[] = [
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/settings',
    handler: (_, ctx) => Response.json(settingsBody(ctx.state, athleteOf(ctx))),
  },
];
