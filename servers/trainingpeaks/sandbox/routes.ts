import type { Route } from '@core/sandbox';
import { identityRoutes } from './handlers/identity.ts';
import { settingsRoutes } from './handlers/settings.ts';
import { tokenRoutes } from './handlers/token.ts';
import { workoutRoutes } from './handlers/workouts.ts';
import type { World } from './world.ts';

/** Every operation that the emulator answers, on both hosts. */
export const routes: readonly Route<World>[] = [...tokenRoutes, ...identityRoutes, ...settingsRoutes, ...workoutRoutes];
