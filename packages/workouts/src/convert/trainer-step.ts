import { writeTarget } from '../grammar/target.ts';
import { measure } from '../load/planned.ts';
import { resolveTarget } from '../load/resolve.ts';
import type { Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { isIntensity, metricOf, type Sport, type Step } from '../workout.ts';
import { asPercentOf } from './percent.ts';

/** A step as trainer files know it: whole seconds at one power, or rising from one to another. */
export interface TrainerStep {
  readonly seconds: number;
  /** Percent of FTP at the start and the end; absent where no power is prescribed. */
  readonly power?: { readonly from: number; readonly to: number };
}

const PLACEHOLDER_SECONDS = 600;

/**
 * The step in seconds and percent of FTP, with every compromise reported: bands become their middle, distances and open
 * ends become time, targets other than power are dropped.
 * @param ftp given where the file holds watts, which changes what counts as a compromise
 */
export function trainerStep(
  step: Step,
  path: Path,
  sport: Sport,
  thresholds: Thresholds,
  losses: Losses,
  ftp?: number,
): TrainerStep {
  const power = trainerPower(step, path, thresholds, losses, ftp);
  return { seconds: trainerSeconds(step, path, sport, thresholds, losses), ...(power === undefined ? {} : { power }) };
}

function trainerPower(
  step: Step,
  path: Path,
  thresholds: Thresholds,
  losses: Losses,
  ftp: number | undefined,
): TrainerStep['power'] {
  const { target } = step;
  if (!isIntensity(target)) return undefined;
  const asked = writeTarget(target);
  if (metricOf(target.unit) !== 'power') {
    losses.add(path, 'target', 'dropped', `${asked}: trainer files prescribe power only`);
    return undefined;
  }
  const percent = asPercentOf(target, '%ftp', thresholds);
  if ('unresolved' in percent) {
    losses.add(path, 'target', 'dropped', `${asked} cannot be written as percent of FTP: ${percent.unresolved}`);
    return undefined;
  }
  const { from, to = from } = percent;
  const written = ftp === undefined ? '%ftp' : 'w';
  if (target.unit !== written) {
    const show = (value: number) => (ftp === undefined ? value : Math.round((value * ftp) / 100));
    const span = from === to ? `${show(from)}` : `${show(from)}-${show(to)}`;
    losses.add(
      path,
      'target',
      'approximated',
      `${asked} is written as ${span} ${ftp === undefined ? '% of FTP' : 'W'}`,
    );
  }
  if (target.ramp === true || from === to) return { from, to };
  const middle = (from + to) / 2;
  losses.add(path, 'target', 'approximated', `the band ${asked} is written as its middle`);
  return { from: middle, to: middle };
}

function trainerSeconds(step: Step, path: Path, sport: Sport, thresholds: Thresholds, losses: Losses): number {
  const { length } = step;
  if (length.by === 'time') return Math.max(1, Math.round(length.seconds));
  const asTime = (seconds: number, what: string): number => {
    losses.add(path, 'length', 'approximated', `${what} is written as ${seconds} s: trainer files count time only`);
    return seconds;
  };
  const resolution = isIntensity(step.target) ? resolveTarget(step.target, thresholds) : undefined;
  const target = resolution !== undefined && 'metric' in resolution ? resolution : undefined;
  if (length.by === 'energy') {
    const watts = target?.metric === 'power' ? target.mid : 0;
    const seconds = watts > 0 ? Math.max(1, Math.round((length.kilocalories * 1000) / watts)) : PLACEHOLDER_SECONDS;
    return asTime(seconds, `${length.kilocalories} kcal`);
  }
  const fixed = length.by === 'lap' ? length.plan : length;
  if (fixed === undefined || fixed.by === 'hr') return asTime(PLACEHOLDER_SECONDS, 'an open end');
  const known = measure(fixed, target, thresholds, sport)?.seconds;
  const what = length.by === 'distance' ? `${length.metres} m` : 'a lap button';
  return asTime(known === undefined || known < 1 ? PLACEHOLDER_SECONDS : known, what);
}

/** Texts of a step and the second at which each shows: the name at the start, the note a little later. */
export function cuesOf(step: Step, seconds: number, path: Path, losses: Losses): { at: number; text: string }[] {
  const cues: { at: number; text: string }[] = [];
  if (step.name !== undefined) cues.push({ at: 0, text: step.name });
  if (step.note === undefined) return cues;
  if (seconds < 2) losses.add(path, 'note', 'dropped', 'a step of one second has no time to show a note');
  else cues.push({ at: Math.min(NOTE_AT, seconds - 1), text: step.note });
  return cues;
}

const NOTE_AT = 10;
