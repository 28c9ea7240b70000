import { normal, type Random, randomFrom, seedOf } from '../engine/random.ts';
import { type Day, dayNumber } from './days.ts';
import type { AthleteProfile } from './profile.ts';
import type { Season } from './season.ts';

/** What the athlete and the watch noted on a day; undefined is "not recorded". Subjective scores: 1 is best. */
export interface WellnessDay {
  readonly day: Day;
  readonly weightKg: number | undefined;
  readonly restingHr: number | undefined;
  readonly hrvMs: number | undefined;
  readonly sleepSeconds: number | undefined;
  /** 0–100, of the watch. */
  readonly sleepScore: number | undefined;
  readonly steps: number | undefined;
  /** 1 (good) … 4 (poor). */
  readonly sleepQuality: number | undefined;
  readonly fatigue: number | undefined;
  readonly soreness: number | undefined;
  readonly stress: number | undefined;
  readonly mood: number | undefined;
  readonly comment: string | undefined;
}

/** The day's notes, coupled to fatigue: tired days have low HRV, a high resting pulse and worse scores. */
export function wellnessOn(
  day: Day,
  profile: AthleteProfile,
  season: Season,
  fitness: { ctl: number; atl: number },
): WellnessDay {
  const random = randomFrom(seedOf(profile.key, 'wellness', day));
  const sick = season.isSick(day);
  const strain = Math.max(-1, Math.min(1.5, (fitness.atl - fitness.ctl) / 30)) + (sick ? 1.2 : 0);
  const worn = random() > 0.05;
  const answered = random() > 0.3;
  const seconds = Math.round(27_400 - 900 * strain + 2_000 * normal(random));
  return {
    day,
    weightKg: random() < 0.75 ? weight(day, profile, season, random) : undefined,
    restingHr: worn ? Math.round(profile.restingHr + 2.5 * strain + normal(random)) : undefined,
    hrvMs: worn ? Math.round((68 - 9 * strain + 4 * normal(random)) * 10) / 10 : undefined,
    sleepSeconds: worn ? Math.floor(Math.max(12_000, seconds) / 60) * 60 : undefined,
    sleepScore: worn ? Math.round(Math.min(98, Math.max(30, 78 - 8 * strain + 7 * normal(random)))) : undefined,
    steps: worn ? Math.round(7_500 + 2_500 * normal(random)) : undefined,
    sleepQuality: answered ? scale(2.1 + 0.6 * strain + 0.5 * normal(random)) : undefined,
    fatigue: answered ? scale(1.9 + 0.8 * strain + 0.4 * normal(random)) : undefined,
    soreness: answered ? scale(1.8 + 0.7 * strain + 0.5 * normal(random)) : undefined,
    stress: answered ? scale(1.8 + 0.3 * strain + 0.6 * normal(random)) : undefined,
    mood: answered ? scale(1.9 + 0.5 * strain + 0.5 * normal(random)) : undefined,
    comment: sick ? 'Cold, no training.' : undefined,
  };
}

function scale(value: number): number {
  return Math.min(4, Math.max(1, Math.round(value)));
}

function weight(day: Day, profile: AthleteProfile, season: Season, random: Random): number {
  const slow = 1.1 * Math.sin((2 * Math.PI * dayNumber(day)) / 365) - 1.2 * season.shapeOn(day);
  return Math.round((profile.weightKg + 0.6 + slow + 0.35 * normal(random)) * 10) / 10;
}
