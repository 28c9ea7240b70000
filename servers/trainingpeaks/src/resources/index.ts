import type { Resource } from '@core/mcp-kit';
import type { TrainingPeaksPort } from '../client/index.ts';
import { athleteData } from './athlete-data.ts';
import { athleteProfile } from './athlete-profile.ts';
import { scales } from './scales.ts';
import { workoutFormat } from './workout-format.ts';

/** Every resource of the server. */
export const resources: readonly Resource<TrainingPeaksPort>[] = [
  athleteProfile,
  workoutFormat,
  scales,
  ...athleteData,
];
