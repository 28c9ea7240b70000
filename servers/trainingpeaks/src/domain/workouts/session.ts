import type { Thresholds, Workout } from '@core/workouts';
import { type Planned, planned } from '@core/workouts/load';
import { compileStructure, type TpStructure, type TpTotals, totalsOf } from '@core/workouts/trainingpeaks';
import { rounded } from './rounding.ts';
import { ended, sentence, stepsOf } from './steps.ts';
import type { GivenStructure } from './structure-input.ts';

/** A structured session ready to be stored, with what it comes to by two counts. */
export interface Session {
  readonly workout: Workout;
  readonly structure: TpStructure;
  /** By the rule of TrainingPeaks: what is stored as planned, because the platform computes none of it. */
  readonly totals: TpTotals;
  /** By ours: power smoothed over 30 s, as it will be on the recording. */
  readonly own: Planned;
  /** What the stored form loses, and what the numbers leave out. One sentence each. */
  readonly notes: readonly string[];
}

/** Compiles a session for the platform. */
export function sessionOf({ workout, native, losses }: GivenStructure, thresholds: Thresholds): Session {
  const compiled = compileStructure(workout, thresholds);
  const structure = native ?? compiled.structure;
  const totals = native === undefined ? compiled.totals : totalsOf(native, thresholds);
  const own = planned(workout, thresholds);
  const lost = native === undefined ? compiled.losses : losses;
  return {
    workout,
    structure,
    totals,
    own,
    notes: [...lost.map(sentence), ...totals.gaps.map(inBlocks)],
  };
}

/** Gaps name the place in the stored blocks, which people count from 1. */
function inBlocks(gap: string): string {
  const place = /^structure\[(\d+)\]\.steps\[(\d+)\]/;
  return ended(gap.replace(place, (_, block, step) => `Block ${Number(block) + 1}, step ${Number(step) + 1}`));
}

/** What a session comes to, as an answer shows it. */
export function shownTotals({ totals, own, workout }: Session) {
  return {
    steps: stepsOf(workout),
    planned: {
      time_s: totals.seconds,
      distance_km: totals.metres === null ? null : totals.metres / 1000,
      tss: totals.tss,
      intensity_factor: totals.intensityFactor,
      energy_kj: totals.energyKj,
    },
    own: ownTotals(own),
  };
}

/** The same session by our count. */
export function ownTotals(own: Planned): Record<string, unknown> {
  return {
    time_s: own.seconds,
    tss: own.load,
    intensity_factor: own.intensity === null ? null : rounded(own.intensity / 100, 3),
    by: own.from,
    ...(own.reason !== undefined && { reason: own.reason }),
  };
}
