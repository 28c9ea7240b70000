import { between, normal, randomFrom } from '../engine/random.ts';
import { type Lap, type Motion, POOL_LENGTH_M, targetAt } from './motion.ts';
import type { Session } from './session.ts';
import { flatten } from './workout.ts';

const TURN_S = 1;

/** Swims one session in whole pool lengths; a rest is spent at the wall with the watch running. */
export function simulateSwim(session: Session): Motion {
  const random = randomFrom(session.seed);
  const speeds: number[] = [];
  const efforts: number[] = [];
  const laps: Lap[] = [];
  let lengths = 0;
  for (const step of flatten(session.workout)) {
    const startIndex = speeds.length;
    if (step.kind === 'rest') {
      for (let s = 0; s < step.seconds; s++) still(speeds, efforts);
    } else {
      while (speeds.length - startIndex < step.seconds) {
        const share = targetAt(step, 0) * (1 + 0.02 * normal(random));
        swimLength(speeds, efforts, share, share * session.thresholdTrue);
        lengths += 1;
      }
    }
    laps.push({ startIndex, endIndex: speeds.length, step });
  }
  return assemble(speeds, efforts, laps, lengths);
}

function still(speeds: number[], efforts: number[]): void {
  speeds.push(0);
  efforts.push(0.3);
}

/** One length at a whole number of seconds, the wall included. */
function swimLength(speeds: number[], efforts: number[], share: number, metresPerSecond: number): void {
  const seconds = Math.max(TURN_S + 1, Math.round(POOL_LENGTH_M / metresPerSecond));
  for (let s = 0; s < seconds; s++) {
    speeds.push(POOL_LENGTH_M / seconds);
    efforts.push(share);
  }
}

function assemble(speeds: number[], efforts: number[], laps: Lap[], lengths: number): Motion {
  const length = speeds.length;
  const distance = new Float32Array(length);
  const time = new Int32Array(length);
  let metres = 0;
  for (let i = 0; i < length; i++) {
    metres += speeds[i]!;
    distance[i] = metres;
    time[i] = i;
  }
  return {
    length,
    time,
    power: undefined,
    speed: Float32Array.from(speeds),
    distance,
    altitude: undefined,
    grade: undefined,
    effort: Float32Array.from(efforts),
    laps,
    pauses: [],
    lengths,
    course: undefined,
  };
}

/** Sets of weights: effort comes and goes, nothing moves. */
export function simulateStrength(session: Session): Motion {
  const random = randomFrom(session.seed);
  const steps = flatten(session.workout);
  const length = steps.reduce((sum, step) => sum + step.seconds, 0);
  const effort = new Float32Array(length);
  let setLength = 40;
  let inSet = true;
  let left = setLength;
  for (let i = 0; i < length; i++) {
    effort[i] = inSet ? 0.78 : 0.4;
    left -= 1;
    if (left > 0) continue;
    inSet = !inSet;
    setLength = Math.round(inSet ? between(random, 25, 50) : between(random, 60, 120));
    left = setLength;
  }
  const time = Int32Array.from({ length }, (_, i) => i);
  const still = new Float32Array(length);
  return {
    length,
    time,
    power: undefined,
    speed: still,
    distance: still,
    altitude: undefined,
    grade: undefined,
    effort,
    laps: [],
    pauses: [],
    lengths: undefined,
    course: undefined,
  };
}
