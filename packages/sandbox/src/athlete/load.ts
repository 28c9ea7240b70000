import { heartRateOf } from './body.ts';
import type { Motion, Pause } from './motion.ts';
import type { AthleteProfile } from './profile.ts';
import { recordedPower } from './recording.ts';
import { gradeFactor } from './run.ts';
import type { Session } from './session.ts';

const NP_WINDOW_S = 30;
/** A gap longer than this does not count as recording time. */
const LONG_GAP_S = 30;

/**
 * Normalised power of 1 Hz watts (Coggan): fourth root of the mean fourth power of the 30 s trailing mean, whose first
 * 29 samples average what exists. NaN counts as 0. Returns 0 for no samples.
 */
export function normalizedPower(watts: ArrayLike<number>): number {
  const n = watts.length;
  if (n === 0) return 0;
  let window = 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    window += watts[i]! || 0;
    if (i >= NP_WINDOW_S) window -= watts[i - NP_WINDOW_S]! || 0;
    const mean = window / Math.min(i + 1, NP_WINDOW_S);
    const square = mean * mean;
    sum += square * square;
  }
  return (sum / n) ** 0.25;
}

/** Seconds that the device recorded: the samples and the gaps of up to 30 s between them. */
export function recordingTime(motion: { readonly length: number; readonly pauses: readonly Pause[] }): number {
  return motion.pauses.reduce((sum, pause) => sum + (pause.seconds <= LONG_GAP_S ? pause.seconds : 0), motion.length);
}

/** Seconds in motion: swims rest at the wall, everything else stops its timer. */
export function movingTime(session: Session, motion: Pick<Motion, 'length' | 'speed'>): number {
  if (session.sport !== 'swim') return motion.length;
  let moving = 0;
  for (let i = 0; i < motion.length; i++) if (motion.speed[i]! > 0) moving += 1;
  return moving;
}

/**
 * Banister's TRIMP with his exponent for the athlete's sex, from whole bpm a second; 0 bpm (lost contact) is left out.
 */
export function trimp(beats: ArrayLike<number>, profile: AthleteProfile): number {
  const exponent = profile.sex === 'M' ? 1.92 : 1.67;
  const factor = profile.sex === 'M' ? 0.64 : 0.86;
  const reserve = profile.maxHr - profile.restingHr;
  let sum = 0;
  for (let i = 0; i < beats.length; i++) {
    const bpm = beats[i]!;
    if (!(bpm > 0)) continue;
    const share = Math.max(0, (bpm - profile.restingHr) / reserve);
    sum += share * factor * Math.exp(exponent * share);
  }
  return sum / 60;
}

/** HRSS: the session's TRIMP per hundredth of the TRIMP of one hour at threshold heart rate. */
export function heartRateLoad(beats: ArrayLike<number>, lthr: number, profile: AthleteProfile): number {
  return (100 * trimp(beats, profile)) / (60 * trimp([lthr], profile) * 60);
}

export interface Loads {
  readonly power: number | undefined;
  readonly heartRate: number | undefined;
  readonly pace: number | undefined;
  /** The one that counts: power, then pace, then heart rate. Whole points, 0 when nothing was measured. */
  readonly counted: number;
}

export function lthrOf(session: Session, profile: AthleteProfile): number {
  return session.sport === 'run' || session.sport === 'trail-run' || session.sport === 'hike'
    ? profile.lthrRun
    : profile.lthrRide;
}

/** Load of a session by every measure that its sensors allow; `beats` only when they are at hand. */
export function loadsOf(session: Session, profile: AthleteProfile, motion: Motion, beats?: Float32Array): Loads {
  const power = powerLoad(session, motion);
  const pace = paceLoad(session, motion);
  const needsHeart = beats !== undefined || (power === undefined && pace === undefined && session.sensors.heartRate);
  const heart = needsHeart
    ? Math.round(heartRateLoad(beats ?? heartRateOf(session, profile, motion), lthrOf(session, profile), profile))
    : undefined;
  return { power, pace, heartRate: heart, counted: power ?? pace ?? heart ?? 0 };
}

function powerLoad(session: Session, motion: Motion): number | undefined {
  const watts = recordedPower(session, motion);
  if (!watts) return undefined;
  const intensity = Math.round(normalizedPower(watts)) / session.thresholdSet;
  return Math.round((100 * intensity * intensity * recordingTime(motion)) / 3600);
}

function paceLoad(session: Session, motion: Motion): number | undefined {
  const moving = movingTime(session, motion);
  if (session.sport === 'swim') {
    const intensity = motion.distance[motion.length - 1]! / moving / session.thresholdSet;
    return Math.round((100 * intensity ** 3 * moving) / 3600);
  }
  if (session.sport !== 'run' && session.sport !== 'trail-run') return undefined;
  const intensity = meanAdjusted(motion.speed, motion.grade) / session.thresholdSet;
  return Math.round((100 * intensity * intensity * moving) / 3600);
}

/** The same mean as over `gradeAdjustedSpeed`, without the column. */
function meanAdjusted(speed: ArrayLike<number>, grade: ArrayLike<number> | undefined): number {
  let sum = 0;
  for (let i = 0; i < speed.length; i++) sum += Math.fround(speed[i]! * gradeFactor(grade?.[i] ?? 0));
  return speed.length === 0 ? 0 : sum / speed.length;
}
