import { ownTargets, type WorkoutTarget } from '@core/training-tools';
import type { Sport } from '@core/workouts';
import { compileToText } from '@core/workouts/intervals';
import { planned } from '@core/workouts/load';
import type { IntervalsPort } from '../client/index.ts';
import { workoutSettings } from '../domain/calendar/settings.ts';

const sports: Readonly<Record<Sport, string>> = {
  bike: 'Ride',
  run: 'Run',
  swim: 'Swim',
  row: 'Rowing',
  ski: 'NordicSki',
  walk: 'Walk',
  other: 'Other',
};

/** Workouts as the text that Intervals.icu reads, with what they come to for an athlete: one request, the athlete's settings. */
export function workoutTarget(port: IntervalsPort): WorkoutTarget {
  return {
    compile: async ({ id: athlete }, workout) => {
      const settings = workoutSettings(await port.athletes.profile({ athlete }), sports[workout.sport], false);
      const { text, losses } = compileToText(workout, settings);
      const { load, seconds } = planned(workout, settings);
      return {
        shown: text,
        losses,
        load,
        plannedS: seconds,
        targets: ownTargets(workout, settings),
      };
    },
  };
}
