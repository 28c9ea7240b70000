import type { Resource } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';
import { athleteData } from './athlete-data.ts';
import { athleteProfile } from './athlete-profile.ts';
import { customItemSchemas } from './custom-item-schemas.ts';
import { eventCategories } from './event-categories.ts';
import { workoutSyntax } from './workout-syntax.ts';

/** Every resource of the server. */
export const resources: readonly Resource<IntervalsPort>[] = [
  athleteProfile,
  workoutSyntax,
  eventCategories,
  customItemSchemas,
  ...athleteData,
];
