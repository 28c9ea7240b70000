import { type PortFactories, trainingCommands, trainingTools, type WithCoachStore } from '@core/training-tools';
import type { TrainingPeaksPort } from '../client/index.ts';
import { activitySource } from './activity-source.ts';
import { calendarPort } from './calendar-port.ts';
import { conversationPort } from './conversation-port.ts';
import { deliveryPort } from './delivery-port.ts';
import { libraryPort } from './library-port.ts';
import { loadSource } from './load-source.ts';
import { recordSource } from './record-source.ts';
import { rosterPort } from './roster-port.ts';
import { thresholdSource } from './threshold-source.ts';
import { wellnessSource } from './wellness-source.ts';
import { workoutTarget } from './workout-target.ts';

type Port = TrainingPeaksPort & WithCoachStore;

const ports: PortFactories<Port> = {
  activities: activitySource,
  load: loadSource,
  wellness: ({ port }) => wellnessSource(port),
  calendar: calendarPort,
  thresholds: ({ port }) => thresholdSource(port),
  records: ({ port }) => recordSource(port),
  roster: rosterPort,
  conversations: conversationPort,
  delivery: deliveryPort,
  workouts: ({ port }) => workoutTarget(port),
  library: ({ port }) => libraryPort(port),
  store: ({ port }) => port.coach,
};

/** The shared tools over the ports that TrainingPeaks has. */
export const shared = trainingTools<Port>({
  prefix: 'tp',
  platform: 'TrainingPeaks',
  ports,
  // tp_list_notes is the calendar’s.
  names: { list_notes: 'list_coach_notes' },
  // Among the other files.
  toolsets: { reconcile_activity: 'workout-extras' },
  samples: { activityId: '3500000607', otherIds: ['3500000594'], file: 'yesterday.fit' },
});

/** `digest` and `coach` on the command line. */
export const commands = trainingCommands<Port>({ platform: 'TrainingPeaks', ports });
