import { randomFrom, WHITE } from '../engine/random.ts';
import type { Course } from './course.ts';
import { freshSpace, lapsOf, type Motion, pausesIn, type Space, targetAt } from './motion.ts';
import type { Session } from './session.ts';
import { flatten } from './workout.ts';

/**
 * How much faster on the flat the same effort would be, as a factor on speed: the polynomial of Minetti et al. 2002 for
 * the cost of running by slope, relative to level ground, softened by a half as coaches' models do.
 */
export function gradeFactor(slope: number): number {
  const g = Math.min(0.3, Math.max(-0.3, slope));
  const cost = ((((155.4 * g - 30.4) * g - 43.3) * g + 46.3) * g + 19.5) * g + 3.6;
  return 1 + 0.5 * (cost / 3.6 - 1);
}

/** Runs (or walks) one session: the target is grade-adjusted speed, the hills slow it down. */
export function simulateRun(session: Session, course: Course | undefined, space: Space = freshSpace): Motion {
  const random = randomFrom(session.seed);
  const laps = lapsOf(flatten(session.workout));
  const length = laps.at(-1)?.endIndex ?? 0;
  const time = space.ints(length);
  const speed = space.floats(length);
  const distance = space.floats(length);
  const effort = space.floats(length);
  const altitude = course ? space.floats(length) : undefined;
  const grade = course ? space.floats(length) : undefined;
  const pauses = pausesIn(laps, random, 3600, 90);
  const reference = session.pacedBySettings ? session.thresholdSet : session.thresholdTrue;
  let metres = 0;
  let inLoop = 0;
  let nextPause = 0;
  let clock = 0;
  let v = 0;
  let wobble = 0;
  let dice = session.seed | 0;
  for (const { startIndex, endIndex, step } of laps) {
    for (let i = startIndex; i < endIndex; i++) {
      if (i === pauses[nextPause]?.index) {
        clock += pauses[nextPause]!.seconds;
        nextPause += 1;
        v = 0;
      }
      const slope = course ? course.grade[Math.floor(inLoop / course.step)]! : 0;
      const factor = gradeFactor(slope);
      dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) | 0;
      wobble = 0.9 * wobble + 0.012 * WHITE * dice;
      const wanted = (targetAt(step, i - startIndex) * (1 + wobble) * reference) / factor;
      v += Math.max(-1, Math.min(0.8, wanted - v));
      metres += v;
      inLoop += v;
      if (course && inLoop >= course.length) inLoop -= course.length;
      time[i] = clock;
      speed[i] = v;
      distance[i] = metres;
      effort[i] = (v * factor) / session.thresholdTrue;
      if (altitude && grade && course) {
        altitude[i] = course.altitude[Math.floor(inLoop / course.step)]!;
        grade[i] = slope;
      }
      clock += 1;
    }
  }
  return {
    length,
    time,
    power: undefined,
    speed,
    distance,
    altitude,
    grade,
    effort,
    laps,
    pauses,
    lengths: undefined,
    course,
  };
}
