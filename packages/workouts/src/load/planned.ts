import type { Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { unrolled } from '../unrolled.ts';
import { type Fixed, isIntensity, type Sport, type Step, type Workout } from '../workout.ts';
import { type Absolute, resolveTarget } from './resolve.ts';
import type { Stretch } from './stream.ts';
import { halfUp, type LoadKind, type Strain, strainOf } from './totals.ts';

/** What a planned session comes to. */
export interface Planned extends Strain {
  /** Whole seconds of every step whose time is known. */
  readonly seconds: number;
  /** Metres of distance steps and of timed steps with a pace. */
  readonly metres: number;
  /** Steps that the numbers leave out or count as zero, and why. */
  readonly gaps: readonly { readonly path: Path; readonly reason: string }[];
}

/**
 * Time, distance, load, intensity and time in zones before the session is done, by Intervals.icu's rules
 * (intervals-api.md 7.3). Load comes from the first of power, pace, heart rate that any step prescribes; `from` forces
 * one. Steps without such a target count as zero effort and are listed in `gaps`.
 * @throws {RangeError} naming the repeat that goes beyond 20,000 steps
 */
export function planned(workout: Workout, thresholds: Thresholds, options: { from?: LoadKind } = {}): Planned {
  const gaps: { path: Path; reason: string }[] = [];
  const seen = new Set<Path>();
  const stretches: Stretch[] = [];
  for (const { path, step } of unrolled(workout.steps)) {
    const { stretch, reason } = stretchOf(step, thresholds, workout.sport);
    stretches.push(stretch);
    if (reason !== undefined && !seen.has(path)) gaps.push({ path, reason });
    seen.add(path);
  }
  const seconds = stretches.reduce((sum, stretch) => sum + stretch.seconds, 0);
  const metres = stretches.reduce((sum, stretch) => sum + stretch.metres, 0);
  const from = options.from ?? leadingKind(stretches);
  const strain = strainOf(stretches, from, thresholds, workout.sport === 'swim' ? 'SWIM' : 'RUN');
  return { ...strain, seconds, metres, gaps };
}

function leadingKind(stretches: readonly Stretch[]): LoadKind {
  if (stretches.some((stretch) => stretch.power !== undefined)) return 'power';
  if (stretches.some((stretch) => stretch.speed !== undefined)) return 'pace';
  return stretches.some((stretch) => stretch.hr !== undefined) ? 'hr' : 'power';
}

function stretchOf(step: Step, thresholds: Thresholds, sport: Sport): { stretch: Stretch; reason?: string } {
  const resolution = isIntensity(step.target) ? resolveTarget(step.target, thresholds) : undefined;
  const target = resolution !== undefined && 'metric' in resolution ? resolution : undefined;
  const length = plannedLength(step);
  const measured = length === undefined ? { seconds: 0, metres: 0 } : measure(length, target, thresholds, sport);
  const stretch = {
    seconds: measured?.seconds ?? 0,
    metres: measured?.metres ?? (length?.by === 'distance' ? length.metres : 0),
    ...(target === undefined ? {} : { [target.metric]: target }),
  };
  if (length === undefined) return { stretch, reason: `its time is open (until ${endOf(step)})` };
  if (measured === undefined) return { stretch, reason: 'a distance needs a pace or a threshold pace to become time' };
  if (resolution !== undefined && 'unresolved' in resolution) return { stretch, reason: resolution.unresolved };
  if (target === undefined) return { stretch, reason: 'it prescribes no power, heart rate or pace' };
  const assumed = length.by === 'distance' && target.metric !== 'speed';
  return assumed ? { stretch, reason: 'its time assumes threshold pace: it prescribes none' } : { stretch };
}

function plannedLength({ length }: Step): Fixed | undefined {
  if (length.by === 'time' || length.by === 'distance') return length;
  return length.by === 'lap' ? length.plan : undefined;
}

function endOf({ length }: Step): string {
  if (length.by === 'energy') return `${length.kilocalories} kcal`;
  return length.by === 'hr' ? `HR ${length.when} ${length.bpm}` : 'lap button';
}

/** Runs without any pace are planned at 6:00/km (two captured steps of an athlete without threshold pace). */
const RUN_WITHOUT_PACE = 1000 / 360;

/**
 * Seconds and metres of a length at a pace target, else at threshold pace. Undefined when a distance has no speed.
 * Distance to time rounds half up: 500 m at 0.58333 m/s is 857 s.
 */
export function measure(
  length: Fixed,
  target: Absolute | undefined,
  thresholds: Thresholds,
  sport: Sport | undefined,
): { seconds: number; metres: number } | undefined {
  const pace = target?.metric === 'speed' ? target.mid : undefined;
  if (length.by === 'time') return { seconds: Math.round(length.seconds), metres: (pace ?? 0) * length.seconds };
  const speed = pace ?? thresholds.thresholdSpeed ?? (sport === 'run' ? RUN_WITHOUT_PACE : undefined);
  return speed === undefined ? undefined : { seconds: halfUp(length.metres / speed), metres: length.metres };
}
