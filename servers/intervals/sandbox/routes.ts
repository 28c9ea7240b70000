import type { Route } from '@core/sandbox';
import { activityRoutes } from './handlers/activities.ts';
import { athleteRoutes } from './handlers/athlete.ts';
import { athletePlotRoutes } from './handlers/athlete-plots.ts';
import { courseRoutes } from './handlers/courses.ts';
import { curveRoutes } from './handlers/curves.ts';
import { customItemRoutes } from './handlers/custom-items.ts';
import { eventRoutes } from './handlers/events.ts';
import { manyEventRoutes } from './handlers/events-many.ts';
import { fileRoutes } from './handlers/files.ts';
import { gearRoutes } from './handlers/gear.ts';
import { intervalRoutes } from './handlers/intervals.ts';
import { libraryRoutes } from './handlers/library.ts';
import { messageRoutes } from './handlers/messages.ts';
import { oauthRoutes } from './handlers/oauth.ts';
import { planRoutes } from './handlers/plans.ts';
import { plotRoutes } from './handlers/plots.ts';
import { searchRoutes } from './handlers/search.ts';
import { sportSettingsRoutes } from './handlers/sport-settings.ts';
import { streamRoutes } from './handlers/streams.ts';
import { summaryRoutes } from './handlers/summary.ts';
import { uploadRoutes } from './handlers/uploads.ts';
import { weatherRoutes } from './handlers/weather.ts';
import { wellnessRoutes } from './handlers/wellness.ts';
import { workoutFileRoutes } from './handlers/workout-files.ts';
import type { World } from './world.ts';

/** Every operation that the emulator answers. */
export const routes: readonly Route<World>[] = [
  ...athleteRoutes,
  ...summaryRoutes,
  ...sportSettingsRoutes,
  ...activityRoutes,
  ...searchRoutes,
  ...intervalRoutes,
  ...streamRoutes,
  ...plotRoutes,
  ...curveRoutes,
  ...wellnessRoutes,
  ...eventRoutes,
  ...manyEventRoutes,
  ...messageRoutes,
  ...gearRoutes,
  ...libraryRoutes,
  ...customItemRoutes,
  ...courseRoutes,
  ...weatherRoutes,
  ...planRoutes,
  ...fileRoutes,
  ...uploadRoutes,
  ...workoutFileRoutes,
  ...oauthRoutes,
  ...athletePlotRoutes,
];
