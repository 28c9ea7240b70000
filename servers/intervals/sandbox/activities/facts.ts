import type { Recording } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import { groupFor, type SettingsGroup } from '../settings.ts';
import { TYPE_OF_SPORT } from '../sports.ts';
import type { StoredActivity } from './stored.ts';

/** The settings that an activity is analysed with. */
export interface Facts {
  readonly type: string;
  readonly group: SettingsGroup;
  readonly ftp: number | null;
  readonly wPrime: number;
  readonly lthr: number;
  readonly thresholdPace: number | null;
  readonly weightKg: number;
}

export function typeOf(activity: StoredActivity): string {
  if (typeof activity.patch.type === 'string') return activity.patch.type;
  switch (activity.origin.kind) {
    case 'session':
      return TYPE_OF_SPORT[activity.origin.session.sport];
    case 'file':
      return activity.origin.type;
    case 'manual':
      return String(activity.origin.values.type ?? 'Workout');
  }
}

/** Thresholds as they were set on the day, or as somebody wrote them on the activity. */
export function factsOf(record: AthleteRecord, activity: StoredActivity): Facts {
  const type = typeOf(activity);
  const group = groupFor(record.groups, type);
  const day = activity.startLocal.slice(0, 10);
  const number = (key: string) =>
    typeof activity.patch[key] === 'number' ? (activity.patch[key] as number) : undefined;
  return {
    type,
    group,
    ftp: group.ftp === null ? null : (number('icu_ftp') ?? record.simulated.season.ftpSettingOn(day)),
    wPrime: group.w_prime ?? record.profile.wPrime,
    lthr: number('lthr') ?? group.lthr ?? record.profile.lthrRide,
    thresholdPace: group.threshold_pace,
    weightKg: record.profile.weightKg,
  };
}

/** Seconds from start to end, pauses included. */
export function elapsedOf(recording: Recording): number {
  return recording.length === 0 ? 0 : recording.time[recording.length - 1]! + 1;
}
