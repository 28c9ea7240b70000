import { cuesOf, trainerStep } from '../convert/trainer-step.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { unrolled } from '../unrolled.ts';
import { type Item, isRepeat, type Workout } from '../workout.ts';

export interface CompiledErg {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/**
 * An MRC file: minutes and percent of FTP. Repeats are written out; each step is a start and an end point, so ramps stay
 * ramps.
 */
export function compileMrc(workout: Workout, thresholds: Thresholds = {}): CompiledErg {
  return compile(workout, thresholds, undefined);
}

/** An ERG file: minutes and watts at the given FTP. */
export function compileErg(workout: Workout, thresholds: Thresholds & { readonly ftp: number }): CompiledErg {
  return compile(workout, thresholds, thresholds.ftp);
}

function sayUnrolled(items: readonly Item[], parent: Path, losses: Losses): void {
  items.forEach((item, index) => {
    if (!isRepeat(item)) return;
    const path = child(parent, index);
    losses.unrolled(path, item, 'there are no repeats');
    sayUnrolled(item.steps, path, losses);
  });
}

interface Course {
  readonly points: string[];
  readonly texts: string[];
}

function compile(workout: Workout, thresholds: Thresholds, ftp: number | undefined): CompiledErg {
  const losses = new Losses();
  if (workout.sport !== 'bike')
    losses.add('', 'workout', 'approximated', `these files drive a bike trainer: ${workout.sport} is left out`);
  sayUnrolled(workout.steps, '', losses);
  const { points, texts } = course(workout, thresholds, ftp, losses);
  const name = oneLine(workout.name ?? 'Workout');
  const description = oneLine(workout.description ?? name);
  if (workout.description !== undefined && description !== workout.description) {
    losses.add('', 'description', 'changed', 'the description is written on one line');
  }
  const lines = [
    '[COURSE HEADER]',
    'VERSION = 2',
    'UNITS = ENGLISH',
    `DESCRIPTION = ${description}`,
    `FILE NAME = ${name}.${ftp === undefined ? 'mrc' : 'erg'}`,
    ...(ftp === undefined ? [] : [`FTP = ${ftp}`]),
    `MINUTES ${ftp === undefined ? 'PERCENT' : 'WATTS'}`,
    '[END COURSE HEADER]',
    '[COURSE DATA]',
    ...points,
    '[END COURSE DATA]',
    ...(texts.length === 0 ? [] : ['[COURSE TEXT]', ...texts, '[END COURSE TEXT]']),
  ];
  return { text: `${lines.join('\r\n')}\r\n`, losses: losses.list };
}

function course(workout: Workout, thresholds: Thresholds, ftp: number | undefined, losses: Losses): Course {
  const points: string[] = [];
  const texts: string[] = [];
  let at = 0;
  for (const { path, step } of unrolled(workout.steps)) {
    const { seconds, power } = trainerStep(step, path, workout.sport, thresholds, losses, ftp);
    if (step.target === undefined || step.target.unit === 'free' || step.target.unit === 'max') {
      losses.add(path, 'target', 'approximated', 'a step without power is written as 0: these files have no free ride');
    }
    if (step.cadence !== undefined) losses.add(path, 'cadence', 'dropped', 'these files have no cadence');
    if (step.kind !== undefined && step.kind !== 'active')
      losses.add(path, 'kind', 'dropped', `"${step.kind}" is left out: there are no step types`);
    const level = (percent: number) => (ftp === undefined ? percent : Math.round((percent * ftp) / 100));
    points.push(`${minutes(at)}\t${level(power?.from ?? 0)}`, `${minutes(at + seconds)}\t${level(power?.to ?? 0)}`);
    for (const cue of cuesOf(step, seconds, path, losses)) texts.push(`${at + cue.at}\t${oneLine(cue.text)}\t10`);
    at += seconds;
  }
  return { points, texts };
}

/** Minutes to the second: two decimals where they are exact, else five. */
function minutes(seconds: number): string {
  return seconds % 3 === 0 ? (seconds / 60).toFixed(2) : (seconds / 60).toFixed(5);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
