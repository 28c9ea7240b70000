import { gradeAdjustedSpeed } from '@core/sandbox/athlete';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { type Best, bestOf, type CurveKind } from './best.ts';

/** The curves of an account's activities, each computed once. */
export interface CurveStore {
  of(activity: StoredActivity, kind: CurveKind, afterKj?: number): Best | undefined;
}

export function createCurveStore(record: AthleteRecord): CurveStore {
  const known = new Map<string, Best | undefined>();
  return {
    of(activity, kind, afterKj = 0) {
      const key = `${activity.id}/${kind}/${afterKj}`;
      if (known.has(key)) return known.get(key);
      const recording = activity.source === 'STRAVA' ? undefined : record.activities.recording(activity);
      const best = recording
        ? bestOf(recording, kind, afterKj, () =>
            gradeAdjustedSpeed(recording.channels.speed ?? new Float32Array(), recording.channels.grade),
          )
        : undefined;
      known.set(key, best);
      return best;
    },
  };
}
