import { trainingTools } from '@core/training-tools';
import type { Port } from '../port.ts';
import { activitySource } from './activity-source.ts';
import { loadSource } from './load-source.ts';
import { recordSource } from './record-source.ts';
import { thresholdSource } from './threshold-source.ts';

/** The shared tools over the ports that iGPSport has: rides, their loads and bests, thresholds. */
export const shared = trainingTools<Port>({
  prefix: 'igp',
  platform: 'iGPSport',
  ports: {
    activities: ({ port }) => activitySource(port),
    load: loadSource,
    thresholds: ({ port }) => thresholdSource(port),
    records: ({ port }) => recordSource(port),
  },
  // Where they have always been listed, and the load tool under the name and with the parameters that people know.
  toolsets: { compare_activities: 'activities', estimate_thresholds: 'fitness' },
  instead: { get_training_load: 'analyze_training_load' },
  samples: { activityId: '41200581', otherIds: ['41200577'], file: 'yesterday.fit' },
});
