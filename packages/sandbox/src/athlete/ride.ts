import { randomFrom, WHITE } from '../engine/random.ts';
import type { Course } from './course.ts';
import { freshSpace, lapsOf, type Motion, pausesIn, type Space, targetAt } from './motion.ts';
import type { AthleteProfile } from './profile.ts';
import type { Session } from './session.ts';
import { flatten } from './workout.ts';

/** The bicycle and the air, SI units. Values of a rider on the hoods of a road bike (Martin et al. 1998). */
export const BIKE = {
  massKg: 8.6,
  rollingResistance: 0.0045,
  dragArea: 0.33,
  airDensity: 1.19,
  efficiency: 0.976,
  gravity: 9.80665,
  /** Traction and legs: what the drive can push with at walking speed, N. */
  maxDriveForce: 320,
  /** Riders brake above this, m/s. */
  brakeSpeed: 17.5,
} as const;

/** With less of W′ left than this the legs do not go above a share of threshold any more. */
const EMPTY_J = 1500;
const EMPTY_SHARE = 0.9;

/** Rides one session: target and terrain give power, power and terrain give speed. */
export function simulateRide(
  session: Session,
  profile: AthleteProfile,
  course: Course | undefined,
  space: Space = freshSpace,
): Motion {
  const random = randomFrom(session.seed);
  const steps = flatten(session.workout);
  const laps = lapsOf(steps);
  const length = laps.at(-1)?.endIndex ?? 0;
  const time = space.ints(length);
  const power = space.floats(length);
  const speed = space.floats(length);
  const distance = space.floats(length);
  const effort = space.floats(length);
  const altitude = course ? space.floats(length) : undefined;
  const grade = course ? space.floats(length) : undefined;
  const pauses = course ? pausesIn(laps, random, 2400, 240) : [];
  const loop = course?.grade;
  const perMetre = course ? 1 / course.step : 0;
  const mass = profile.weightKg + BIKE.massKg;
  const jitter = course ? 0.04 : 0.014;
  const reference = session.pacedBySettings ? session.thresholdSet : session.thresholdTrue;
  const critical = session.thresholdTrue;
  let reserve = profile.wPrime;
  let v = 0.5;
  let metres = 0;
  let inLoop = 0;
  let nextPause = 0;
  let clock = 0;
  let wobble = 0;
  let dice = session.seed | 0;
  for (const { startIndex, endIndex, step } of laps) {
    const free = step.kind === 'steady' || step.kind === 'warmup' || step.kind === 'cooldown';
    for (let i = startIndex; i < endIndex; i++) {
      if (i === pauses[nextPause]?.index) {
        clock += pauses[nextPause]!.seconds;
        nextPause += 1;
        v = 0.5;
      }
      const slope = loop ? loop[(inLoop * perMetre) | 0]! : 0;
      // A linear congruential draw: this line runs millions of times, and only its high bits matter.
      dice = (Math.imul(dice, 1_664_525) + 1_013_904_223) | 0;
      wobble = 0.85 * wobble + jitter * WHITE * dice;
      let share = targetAt(step, i - startIndex) * (1 + wobble);
      if (course && step.high < 2) share *= terrainEffort(slope, v, free);
      let watts = Math.max(0, Math.round(share * reference));
      if (reserve < EMPTY_J && watts > EMPTY_SHARE * critical) watts = Math.round(EMPTY_SHARE * critical);
      const above = watts - critical;
      reserve -= above > 0 ? above : (above * (profile.wPrime - reserve)) / profile.wPrime;
      v = nextSpeed(v, watts, slope, mass);
      metres += v;
      inLoop += v;
      if (course && inLoop >= course.length) inLoop -= course.length;
      time[i] = clock;
      power[i] = watts;
      speed[i] = v;
      distance[i] = metres;
      effort[i] = watts / session.thresholdTrue;
      if (altitude && grade && course) {
        altitude[i] = course.altitude[(inLoop * perMetre) | 0]!;
        grade[i] = slope;
      }
      clock += 1;
    }
  }
  return { length, time, power, speed, distance, altitude, grade, effort, laps, pauses, lengths: undefined, course };
}

/** Riders push on climbs and rest on descents, less so within an interval. */
function terrainEffort(slope: number, v: number, free: boolean): number {
  if (slope < -0.045 && v > 11.5) return 0;
  const raw = 1 + (free ? 5 : 1.2) * slope;
  return Math.min(1.4, Math.max(0.25, raw));
}

/** Speed one second later, from the balance of drive, gravity, rolling and air (explicit step). */
export function nextSpeed(v: number, watts: number, slope: number, massKg: number): number {
  const drive = Math.min(BIKE.maxDriveForce, (watts * BIKE.efficiency) / Math.max(v, 0.5));
  const level = 1 - 0.5 * slope * slope;
  const resistance =
    massKg * BIKE.gravity * level * (slope + BIKE.rollingResistance) + 0.5 * BIKE.airDensity * BIKE.dragArea * v * v;
  const next = v + (drive - resistance) / massKg;
  return Math.min(BIKE.brakeSpeed, Math.max(0.6, next));
}
