import { gradeAdjustedSpeed } from '@core/sandbox/athlete';
import type { StoredActivity } from '../activities/stored.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { type Best, bestOf, type CurveKind } from './best.ts';

/** The curves of an account's activities, each computed once; those of recorded sessions once a person. */
export interface CurveStore {
  of(activity: StoredActivity, kind: CurveKind, afterKj?: number): Best | undefined;
}

export function createCurveStore(record: AthleteRecord): CurveStore {
  const uploaded = new Map<string, Best | undefined>();
  return {
    of(activity, kind, afterKj = 0) {
      const known = activity.origin.kind === 'session' ? record.person.curves : uploaded;
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
