import { randomFrom, seedOf } from '../engine/random.ts';
import { cadenceOf, heartRateOf, temperatureOf } from './body.ts';
import type { Course } from './course.ts';
import { freshSpace, type Lap, type Motion, type Pause, type Space } from './motion.ts';
import type { AthleteProfile } from './profile.ts';
import { simulateRide } from './ride.ts';
import { gradeFactor, simulateRun } from './run.ts';
import type { Session } from './session.ts';
import { simulateStrength, simulateSwim } from './swim.ts';

export type Channel =
  | 'power'
  | 'heartRate'
  | 'cadence'
  | 'speed'
  | 'distance'
  | 'altitude'
  | 'grade'
  | 'temperature'
  | 'latitude'
  | 'longitude';

/**
 * What the device wrote, one sample a second of timer time; channels without a sensor are absent. NaN is "no value"; a
 * heart-rate strap that loses contact writes 0, as real ones do.
 */
export interface Recording {
  readonly length: number;
  readonly time: Int32Array;
  readonly channels: Readonly<Partial<Record<Channel, Float32Array | Float64Array>>>;
  readonly laps: readonly Lap[];
  readonly pauses: readonly Pause[];
  readonly lengths: number | undefined;
  readonly course: Course | undefined;
}

/** The part of a recording that the training load needs; cheap. */
export function moved(
  session: Session,
  profile: AthleteProfile,
  course: Course | undefined,
  space: Space = freshSpace,
): Motion {
  switch (session.sport) {
    case 'ride':
    case 'virtual-ride':
    case 'gravel-ride':
      return simulateRide(session, profile, course, space);
    case 'run':
    case 'trail-run':
    case 'hike':
      return simulateRun(session, course, space);
    case 'swim':
      return simulateSwim(session);
    case 'strength':
      return simulateStrength(session);
  }
}

/** The whole recording of a session. */
export function record(session: Session, profile: AthleteProfile, motion: Motion): Recording {
  const { sensors } = session;
  const { length, time, laps, pauses, lengths, course } = motion;
  const channels: Partial<Record<Channel, Float32Array | Float64Array>> = {};
  const power = recordedPower(session, motion);
  if (power) channels.power = power;
  if (sensors.heartRate) channels.heartRate = withoutContact(session, heartRateOf(session, profile, motion));
  if (session.sport !== 'strength') {
    if (sensors.cadence) channels.cadence = cadenceOf(session, motion);
    channels.speed = motion.speed;
    channels.distance = motion.distance;
  }
  if (motion.altitude && motion.grade) {
    channels.altitude = motion.altitude;
    channels.grade = motion.grade;
  }
  if (session.sport !== 'strength' && session.sport !== 'swim') channels.temperature = temperatureOf(session, motion);
  if (course && sensors.position) Object.assign(channels, positions(session, motion, course));
  return { length, time, channels, laps, pauses, lengths, course };
}

/** The power channel as the meter wrote it; undefined when the bike has no meter. */
export function recordedPower(session: Session, motion: Motion): Float32Array | undefined {
  if (!session.sensors.power || !motion.power) return undefined;
  if (!session.sensors.dropouts) return motion.power;
  const power = motion.power.slice();
  for (const [from, to] of gaps('power', session, power.length)) power.fill(Number.NaN, from, to);
  return power;
}

function withoutContact(session: Session, beats: Float32Array): Float32Array {
  if (!session.sensors.dropouts) return beats;
  for (const [from, to] of gaps('heart', session, beats.length)) beats.fill(0, from, to);
  return beats;
}

function gaps(signal: string, session: Session, length: number): [number, number][] {
  const random = randomFrom(seedOf('gaps', signal, session.seed));
  return Array.from({ length: 4 }, () => {
    const from = Math.floor(random() * (length - 40));
    return [from, from + 4 + Math.floor(random() * 30)];
  });
}

/** Position by distance along the loop; the receiver needs a few seconds for its first fix. */
function positions(session: Session, motion: Motion, course: Course) {
  const latitude = new Float64Array(motion.length);
  const longitude = new Float64Array(motion.length);
  const firstFix = session.seed % 4;
  for (let i = 0; i < motion.length; i++) {
    const along = (motion.distance[i]! % course.length) / course.step;
    const at = Math.floor(along);
    const next = (at + 1) % course.latitude.length;
    const share = along - Math.floor(along);
    latitude[i] = i < firstFix ? Number.NaN : between(course.latitude[at]!, course.latitude[next]!, share);
    longitude[i] = i < firstFix ? Number.NaN : between(course.longitude[at]!, course.longitude[next]!, share);
  }
  return { latitude, longitude };
}

function between(from: number, to: number, share: number): number {
  return Math.round((from + (to - from) * share) * 1e6) / 1e6;
}

/** m/s on the flat for the same effort, sample by sample. */
export function gradeAdjustedSpeed(speed: ArrayLike<number>, grade: ArrayLike<number> | undefined): Float32Array {
  const adjusted = new Float32Array(speed.length);
  for (let i = 0; i < speed.length; i++) adjusted[i] = speed[i]! * gradeFactor(grade?.[i] ?? 0);
  return adjusted;
}
