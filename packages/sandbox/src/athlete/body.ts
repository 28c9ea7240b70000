import { normal, randomFrom, seedOf, white } from '../engine/random.ts';
import type { Motion } from './motion.ts';
import type { AthleteProfile } from './profile.ts';
import type { Session } from './session.ts';

const RISE_S = 32;
const FALL_S = 48;
/** bpm an hour at threshold that the heart drifts upwards; less in proportion below. */
const DRIFT_PER_HOUR = 9;

/** Heart rate in whole bpm: follows the effort with a lag, drifts with the work done, never leaves rest … max. */
export function heartRateOf(session: Session, profile: AthleteProfile, motion: Motion): Float32Array {
  const random = randomFrom(seedOf('heart', session.seed));
  const onFoot = session.sport === 'run' || session.sport === 'trail-run' || session.sport === 'hike';
  const threshold = onFoot ? profile.lthrRun : profile.lthrRide;
  const still = profile.restingHr + 38;
  const dayOff = 2.2 * normal(random);
  const beats = new Float32Array(motion.length);
  let hr = profile.restingHr + 25;
  let drift = 0;
  let noise = 0;
  for (let i = 0; i < motion.length; i++) {
    const effort = Math.min(1.35, motion.effort[i]!);
    const wanted = still + (threshold - still) * effort + drift + dayOff;
    hr += (wanted - hr) / (wanted > hr ? RISE_S : FALL_S);
    drift += (DRIFT_PER_HOUR * effort * effort) / 3600;
    noise = 0.9 * noise + 0.25 * white(random);
    beats[i] = Math.round(Math.min(profile.maxHr, Math.max(profile.restingHr + 6, hr + noise)));
  }
  return beats;
}

/** rpm on the bike, strides a minute on foot, strokes a minute in the water. */
export function cadenceOf(session: Session, motion: Motion): Float32Array {
  const random = randomFrom(seedOf('cadence', session.seed));
  const cadence = new Float32Array(motion.length);
  let wobble = 0;
  for (let i = 0; i < motion.length; i++) {
    wobble = 0.92 * wobble + 0.5 * white(random);
    cadence[i] = Math.max(0, Math.round(baseCadence(session, motion, i) + wobble));
  }
  return cadence;
}

function baseCadence(session: Session, motion: Motion, i: number): number {
  const speed = motion.speed[i]!;
  switch (session.sport) {
    case 'swim':
      return speed > 0 ? 29 : 0;
    case 'run':
    case 'trail-run':
      return 74 + 3.2 * speed;
    case 'hike':
      return 54;
    case 'strength':
      return 0;
    default:
      if ((motion.power?.[i] ?? 0) === 0) return 0;
      return 88 - 160 * Math.max(0, motion.grade?.[i] ?? 0) + (motion.effort[i]! > 1.5 ? 18 : 0);
  }
}

/** °C by day of the year and hour, a little warmer as the device heats up. */
export function temperatureOf(session: Session, motion: Motion): Float32Array {
  const month = Number(session.day.slice(5, 7)) - 1 + Number(session.day.slice(8, 10)) / 31;
  const outside = 11 - 11 * Math.cos((2 * Math.PI * (month - 0.6)) / 12) + (session.seed % 7) - 3;
  const start = motion.course ? outside : 20;
  const temperature = new Float32Array(motion.length);
  for (let i = 0; i < motion.length; i++) temperature[i] = Math.round(start + 2 * (1 - Math.exp(-i / 1200)));
  return temperature;
}
