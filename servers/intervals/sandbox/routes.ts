import type { Route } from '@core/sandbox';
import { activityRoutes } from './handlers/activities.ts';
import { athleteRoutes } from './handlers/athlete.ts';
import { eventRoutes } from './handlers/events.ts';
import { sportSettingsRoutes } from './handlers/sport-settings.ts';
import { wellnessRoutes } from './handlers/wellness.ts';
import type { World } from './world.ts';

/** Every operation that the emulator answers. */
export const routes: readonly Route<World>[] = [
  ...athleteRoutes,
  ...sportSettingsRoutes,
  ...activityRoutes,
  ...wellnessRoutes,
  ...eventRoutes,
];
