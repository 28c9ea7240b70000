import { addDays, HOSTILE_TEXTS } from '@core/sandbox/athlete';
import type { AthleteRecord } from '../athlete-record.ts';
import type { Row } from '../shape/body.ts';
import { blankRow } from './blank.ts';
import { refreshCompliance } from './compliance.ts';

/**
 * Entries beside what the simulator knows: a planned and a typed-in run of one day that nobody paired, a day off, a
 * hidden and a locked workout. None of them has a load, so that fitness is the simulator's.
 */
export function seededWorkouts(record: AthleteRecord): Row[] {
  if (record.number !== 0 || record.person.simulated.sessions.length === 0) return [];
  const { today } = record.person.simulated;
  const at = (days: number) => `${addDays(today, days)}T00:00:00`;
  const row = (values: Row): Row => {
    const complete = { ...blankRow(0, record.id), lastModifiedDate: at(-6), ...values };
    refreshCompliance(complete);
    return complete;
  };
  return [
    row({
      title: 'Lunch run',
      workoutTypeValueId: 3,
      workoutSubTypeId: 10,
      workoutDay: at(-5),
      totalTimePlanned: 0.75,
      distancePlanned: 8000,
      description: 'Easy, by feel.',
    }),
    row({
      title: 'Ran by the river, watch forgotten',
      workoutTypeValueId: 3,
      workoutDay: at(-5),
      startTime: `${addDays(today, -5)}T12:10:00`,
      totalTime: 0.7,
      distance: 7600,
      rpe: 3,
    }),
    row({ title: 'Day off', workoutTypeValueId: 7, workoutDay: at(2), description: HOSTILE_TEXTS.injection }),
    row({
      title: 'Surprise test',
      workoutTypeValueId: 2,
      workoutSubTypeId: 6,
      workoutDay: at(6),
      totalTimePlanned: 1,
      isHidden: true,
      coachComments: 'Do not tell her yet.',
    }),
    row({
      title: 'Team time trial',
      workoutTypeValueId: 2,
      workoutSubTypeId: 47,
      workoutDay: at(9),
      totalTimePlanned: 1.5,
      isLocked: true,
    }),
  ];
}
