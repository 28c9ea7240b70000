import type { Route } from '@core/sandbox';
import { athleteOf } from '../access.ts';
import { userBody } from '../accounts/user.ts';
import type { World } from '../world.ts';

const coach = { personId: 1_900_077, firstName: 'Coach', lastName: 'Demo', email: 'coach@example.com' };

export const identityRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/users/v3/user', handler: (_, { state }) => Response.json(userBody(state)) },
  { method: 'GET', path: '/users/v1/user/accessrights', handler: () => Response.json([{ id: 1, name: 'Calendar' }]) },
  { method: 'GET', path: '/users/v1/featureflags', handler: () => Response.json({ strengthBuilder: true }) },
  {
    method: 'GET',
    path: '/integrations/v1/access/userIntegrations',
    handler: () => Response.json([{ name: 'Garmin Connect', connected: true }]),
  },
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/coaches/primary',
    handler: (_, ctx) => {
      const record = athleteOf(ctx);
      return Response.json(record.standing === 'self' ? null : { ...coach, personId: ctx.state.me.id });
    },
  },
  {
    method: 'GET',
    path: '/fitness/v1/athletes/{aid}/coaches/shared',
    handler: (_, ctx) => {
      athleteOf(ctx);
      return Response.json([]);
    },
  },
];
