import { LIMITS } from '../limits.ts';
import { type Loss, Losses } from '../loss.ts';
import { stepOf } from '../read.ts';
import type { Step, Workout } from '../workout.ts';

/**
 * The workout of an ERG or MRC file. Watts stay watts: `ftp` holds what the file says, if anything.
 * @throws {TypeError} without course data
 */
export function readErg(source: string): { workout: Workout; losses: readonly Loss[]; ftp?: number } {
  const losses = new Losses();
  const header = section(source, 'COURSE HEADER');
  const points = section(source, 'COURSE DATA')
    .map(readPoint)
    .filter((point) => point !== undefined);
  if (points.length < 2) throw new TypeError('not an ERG or MRC file: expected [COURSE DATA] with at least two points');
  const unit = header.some((line) => /^minutes\s+watts$/i.test(line.trim())) ? 'w' : '%ftp';
  const value = (key: string) =>
    header
      .find((line) => line.toUpperCase().startsWith(`${key} =`))
      ?.split('=')
      .slice(1)
      .join('=')
      .trim() ?? '';
  const steps = readSteps(points, unit, losses);
  addTexts(steps, section(source, 'COURSE TEXT'));
  const name = value('FILE NAME').replace(/\.(?:erg|mrc)$/i, '');
  const description = value('DESCRIPTION');
  const ftp = Number(value('FTP'));
  const workout: Workout = {
    sport: 'bike',
    ...(name === '' || name === 'Workout' ? {} : { name: name.slice(0, LIMITS.name) }),
    ...(description === '' || description === name || description === 'Workout' ? {} : { description }),
    steps: steps.map(({ step }) => step),
  };
  return { workout, losses: losses.list, ...(ftp > 0 ? { ftp } : {}) };
}

function section(source: string, name: string): string[] {
  const start = source.indexOf(`[${name}]`);
  const end = source.indexOf(`[END ${name}]`, start);
  if (start === -1 || end === -1) return [];
  return source
    .slice(start + name.length + 2, end)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
}

interface Point {
  readonly seconds: number;
  readonly value: number;
}

function readPoint(line: string): Point | undefined {
  const [minutes, value] = line.trim().split(/\s+/).map(Number);
  if (minutes === undefined || value === undefined || !Number.isFinite(minutes) || !Number.isFinite(value))
    return undefined;
  return { seconds: Math.round(minutes * 60), value };
}

interface Placed {
  readonly start: number;
  step: Step;
}

function readSteps(points: readonly Point[], unit: 'w' | '%ftp', losses: Losses): Placed[] {
  const steps: Placed[] = [];
  for (let index = 1; index < points.length; index++) {
    const [from, to] = [points[index - 1], points[index]];
    if (from === undefined || to === undefined) continue;
    const seconds = to.seconds - from.seconds;
    if (seconds < 0) losses.add(`steps[${steps.length}]`, 'length', 'dropped', 'a point lies before the one above it');
    if (seconds <= 0 || steps.length >= LIMITS.unrolled) continue;
    const ramp = from.value === to.value ? {} : ({ ramp: true } as const);
    steps.push({
      start: from.seconds,
      step: { length: { by: 'time', seconds }, target: { unit, from: from.value, to: to.value, ...ramp } },
    });
  }
  return steps;
}

/** A text at the start of a step is its name; a later one its note. */
function addTexts(steps: readonly Placed[], lines: readonly string[]): void {
  for (const line of lines) {
    const [at, ...words] = line.trim().split('\t');
    const seconds = Number(at);
    const text = words[0]?.trim() ?? '';
    const placed = steps.findLast(({ start }) => start <= seconds);
    if (placed === undefined || text === '' || !Number.isFinite(seconds)) continue;
    const { length, target, name, note } = placed.step;
    const isName = placed.start === seconds;
    placed.step = stepOf({
      length,
      target,
      cadence: undefined,
      kind: undefined,
      name: isName ? text.slice(0, LIMITS.name) : name,
      note: isName ? note : text.slice(0, LIMITS.note),
    });
  }
}
