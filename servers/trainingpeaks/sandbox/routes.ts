import type { Route } from '@core/sandbox';
import { analysisRoutes } from './handlers/analysis.ts';
import { availabilityRoutes } from './handlers/availability.ts';
import { commentRoutes } from './handlers/comments.ts';
import { eventRoutes } from './handlers/events.ts';
import { fileRoutes } from './handlers/files.ts';
import { groupRoutes } from './handlers/groups.ts';
import { healthRoutes } from './handlers/health.ts';
import { identityRoutes } from './handlers/identity.ts';
import { libraryRoutes } from './handlers/library.ts';
import { noteRoutes } from './handlers/notes.ts';
import { pairingRoutes } from './handlers/pairing.ts';
import { planRoutes } from './handlers/plans.ts';
import { recordRoutes } from './handlers/records.ts';
import { reportRoutes } from './handlers/reports.ts';
import { settingsRoutes } from './handlers/settings.ts';
import { strengthRoutes } from './handlers/strength.ts';
import { tokenRoutes } from './handlers/token.ts';
import { workoutRoutes } from './handlers/workouts.ts';
import type { World } from './world.ts';

/** Every operation that the emulator answers, on both hosts. */
export const routes: readonly Route<World>[] = [
  ...tokenRoutes,
  ...identityRoutes,
  ...settingsRoutes,
  ...workoutRoutes,
  ...pairingRoutes,
  ...commentRoutes,
  ...reportRoutes,
  ...eventRoutes,
  ...noteRoutes,
  ...availabilityRoutes,
  ...healthRoutes,
  ...fileRoutes,
  ...recordRoutes,
  ...analysisRoutes,
  ...libraryRoutes,
  ...planRoutes,
  ...groupRoutes,
  ...strengthRoutes,
];
