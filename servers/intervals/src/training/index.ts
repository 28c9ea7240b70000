import { type PortFactories, trainingCommands, trainingTools, type WithCoachStore } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
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

type Port = IntervalsPort & WithCoachStore;

const ports: PortFactories<Port> = {
  activities: ({ port }) => activitySource(port),
  load: loadSource,
  wellness: ({ port }) => wellnessSource(port),
  calendar: ({ port }) => calendarPort(port),
  thresholds: ({ port }) => thresholdSource(port),
  records: ({ port }) => recordSource(port),
  roster: rosterPort,
  conversations: conversationPort,
  delivery: ({ port }) => deliveryPort(port),
  workouts: ({ port }) => workoutTarget(port),
  library: libraryPort,
  store: ({ port }) => port.coach,
};

/** The shared tools over the ports that Intervals.icu has. */
export const shared = trainingTools<Port>({
  prefix: 'icu',
  platform: 'Intervals.icu',
  ports,
  // It is listed among the chats, and takes a chat or an athlete.
  instead: { send_message: 'send_message' },
  // Where it has always been listed.
  toolsets: { compare_planned_actual: 'activities' },
  samples: {
    activityId: 'i89000582',
    otherIds: ['i89000580'],
    file: 'yesterday.fit',
    thread: { id: '8100', where: 'chat' },
  },
});

/** `digest` and `coach` on the command line. */
export const commands = trainingCommands<Port>({ platform: 'Intervals.icu', ports });
