import { trainingTools } from '@core/training-tools';
import type { IntervalsPort } from '../client/index.ts';
import { activitySource } from './activity-source.ts';
import { calendarPort } from './calendar-port.ts';
import { loadSource } from './load-source.ts';
import { recordSource } from './record-source.ts';
import { rosterPort } from './roster-port.ts';
import { thresholdSource } from './threshold-source.ts';
import { wellnessSource } from './wellness-source.ts';

/** The shared tools over the ports that Intervals.icu has. */
export const shared = trainingTools<IntervalsPort>({
  prefix: 'icu',
  platform: 'Intervals.icu',
  ports: {
    activities: ({ port }) => activitySource(port),
    load: loadSource,
    wellness: ({ port }) => wellnessSource(port),
    calendar: ({ port }) => calendarPort(port),
    thresholds: ({ port }) => thresholdSource(port),
    records: ({ port }) => recordSource(port),
    roster: rosterPort,
  },
  // Where it has always been listed.
  toolsets: { compare_planned_actual: 'activities' },
  samples: { activityId: 'i89000582', otherIds: ['i89000580'] },
});
