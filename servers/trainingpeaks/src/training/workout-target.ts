import { ownTargets, type WorkoutTarget } from '@core/training-tools';
import type { Sport } from '@core/workouts';
import { compileStructure } from '@core/workouts/trainingpeaks';
import type { TrainingPeaksPort } from '../client/index.ts';
import { workoutThresholds } from '../domain/workouts/thresholds.ts';

const sports: Readonly<Record<Sport, number>> = { bike: 2, run: 3, swim: 1, row: 12, ski: 11, walk: 13, other: 100 };

/** Workouts as TrainingPeaks stores them, with what they come to for an athlete: one request, the athlete's settings. */
export function workoutTarget(port: TrainingPeaksPort): WorkoutTarget {
  return {
    compile: async ({ id: athlete }, workout) => {
      const thresholds = workoutThresholds(await port.settings.get({ athlete }), sports[workout.sport]);
      const { structure, totals, losses } = compileStructure(workout, thresholds);
      return {
        shown: JSON.stringify(structure),
        losses,
        load: totals.tss,
        plannedS: totals.seconds,
        targets: ownTargets(workout, thresholds),
      };
    },
  };
}
