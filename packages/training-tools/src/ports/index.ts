import type { CoachStore } from '../store/coach-store.ts';
import type { ActivitySource } from './activity-source.ts';
import type { CalendarPort } from './calendar-port.ts';
import type { ConversationPort } from './conversation-port.ts';
import type { DeliveryPort } from './delivery-port.ts';
import type { LibraryPort } from './library-port.ts';
import type { LoadSource } from './load-source.ts';
import type { RecordSource } from './record-source.ts';
import type { RosterPort } from './roster-port.ts';
import type { ThresholdSource } from './threshold-source.ts';
import type { WellnessSource } from './wellness-source.ts';
import type { WorkoutTarget } from './workout-target.ts';

/** What shared tools may ask a provider for. A provider has some of them. */
export interface TrainingPorts {
  readonly activities: ActivitySource;
  readonly thresholds: ThresholdSource;
  readonly load: LoadSource;
  readonly wellness: WellnessSource;
  readonly records: RecordSource;
  readonly calendar: CalendarPort;
  readonly workouts: WorkoutTarget;
  readonly roster: RosterPort;
  readonly conversations: ConversationPort;
  /** What the coach keeps on this machine, of this login. */
  readonly store: CoachStore;
  readonly delivery: DeliveryPort;
  readonly library: LibraryPort;
}

export type PortName = keyof TrainingPorts;

export type * from '../store/coach-store.ts';
export type * from './activity-source.ts';
export type * from './calendar-port.ts';
export type * from './conversation-port.ts';
export type * from './delivery-port.ts';
export type * from './library-port.ts';
export type * from './load-source.ts';
export type * from './record-source.ts';
export type * from './roster-port.ts';
export type * from './threshold-source.ts';
export { type FoundWellness, WELLNESS, type WellnessDay, type WellnessSource } from './wellness-source.ts';
export type * from './who.ts';
export type * from './workout-target.ts';
