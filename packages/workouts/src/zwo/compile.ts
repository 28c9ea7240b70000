import { cuesOf, type TrainerStep, trainerStep } from '../convert/trainer-step.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { unrolled } from '../unrolled.ts';
import { type Item, isRepeat, type Repeat, type Step, type Workout } from '../workout.ts';
import { element, escapeXml } from './xml.ts';

export interface CompiledZwo {
  readonly xml: string;
  readonly losses: readonly Loss[];
}

/**
 * A Zwift workout file: only elements and attributes that Zwift's own workouts use. Power in shares of FTP, time in
 * seconds; names and notes are text events.
 * @throws {RangeError} naming the repeat that goes beyond 20,000 steps
 */
export function compileZwo(
  workout: Workout,
  thresholds: Thresholds = {},
  options: { author?: string } = {},
): CompiledZwo {
  const losses = new Losses();
  const sportType = workout.sport === 'run' ? 'run' : 'bike';
  if (workout.sport !== sportType)
    losses.add('', 'workout', 'approximated', `Zwift has bike and run only: ${workout.sport} is written as bike`);
  // Refuses a workout that would fill the memory before any of it is written.
  unrolled(workout.steps);
  const context: Context = { workout, thresholds, losses };
  const parts = compileItems(workout.steps, '', context);
  const head = [
    ...(options.author === undefined ? [] : [`<author>${escapeXml(options.author)}</author>`]),
    `<name>${escapeXml(workout.name ?? 'Workout')}</name>`,
    `<description>${escapeXml(workout.description ?? '')}</description>`,
    `<sportType>${sportType}</sportType>`,
  ];
  const xml = element('workout_file', {}, [...head, element('workout', {}, parts)]);
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`, losses: losses.list };
}

interface Context {
  readonly workout: Workout;
  readonly thresholds: Thresholds;
  readonly losses: Losses;
}

function compileItems(items: readonly Item[], parent: Path, context: Context): string[] {
  return items.flatMap((item, index) => {
    const path = child(parent, index);
    return isRepeat(item) ? compileRepeat(item, path, context) : [compileStep(item, path, context)];
  });
}

/** `IntervalsT` holds two steady steps without texts; any other repeat is written out. */
function compileRepeat(repeat: Repeat, path: Path, context: Context): string[] {
  const [on, off] = repeat.steps;
  const pair =
    repeat.steps.length === 2 && isPlain(on) && isPlain(off) ? intervals(repeat, on, off, path, context) : undefined;
  if (pair !== undefined) return [pair];
  context.losses.unrolled(path, repeat, 'only two steady steps without texts repeat');
  const once = compileItems(repeat.steps, path, context);
  return Array.from({ length: repeat.times }, () => once).flat();
}

function isPlain(item: Item | undefined): item is Step {
  if (item === undefined || isRepeat(item) || item.name !== undefined || item.note !== undefined) return false;
  const { target, cadence, length } = item;
  const power = target !== undefined && POWER.has(target.unit) && !('ramp' in target);
  return power && length.by === 'time' && (cadence === undefined || cadence.low === cadence.high);
}

const POWER: ReadonlySet<string> = new Set(['%ftp', 'w', 'power_zone']);

/** Undefined where the watts of a step are not known. */
function intervals(repeat: Repeat, on: Step, off: Step, path: Path, context: Context): string | undefined {
  const { losses, thresholds, workout } = context;
  const trial = new Losses();
  const [first, second] = [on, off].map((step, index) =>
    trainerStep(step, child(path, index), workout.sport, thresholds, trial),
  );
  if (first?.power === undefined || second?.power === undefined) return undefined;
  losses.take(trial);
  if (repeat.name !== undefined)
    losses.add(path, 'name', 'dropped', `a repeat has no name: "${repeat.name}" is left out`);
  dropKind(on, child(path, 0), losses);
  dropKind(off, child(path, 1), losses);
  return element('IntervalsT', {
    Repeat: repeat.times,
    OnDuration: first.seconds,
    OffDuration: second.seconds,
    OnPower: share(first.power.from),
    OffPower: share(second.power.from),
    Cadence: on.cadence?.low,
    CadenceResting: off.cadence?.low,
  });
}

function dropKind({ kind }: Step, path: Path, losses: Losses): void {
  if (kind !== undefined && kind !== 'active')
    losses.add(path, 'kind', 'dropped', `"${kind}" is left out: Zwift has no step types here`);
}

function compileStep(step: Step, path: Path, context: Context): string {
  const { losses } = context;
  const converted = trainerStep(step, path, context.workout.sport, context.thresholds, losses);
  const events = cuesOf(step, converted.seconds, path, losses).map(({ at, text }) =>
    element('textevent', { timeoffset: at, message: text }),
  );
  if (step.target?.unit === 'max') {
    if (step.cadence !== undefined) losses.add(path, 'cadence', 'dropped', 'a maximal effort has no cadence');
    dropKind(step, path, losses);
    return element('MaxEffort', { Duration: converted.seconds }, events);
  }
  if (converted.power === undefined) return freeRide(step, path, converted.seconds, events, losses);
  return powered(step, path, converted.seconds, converted.power, events, losses);
}

function freeRide(step: Step, path: Path, seconds: number, events: readonly string[], losses: Losses): string {
  if (step.target?.unit !== 'free')
    losses.add(path, 'target', 'approximated', 'a step without power is written as free ride');
  dropKind(step, path, losses);
  return element('FreeRide', { Duration: seconds, ...cadence(step, false, path, losses) }, events);
}

function powered(
  step: Step,
  path: Path,
  seconds: number,
  power: NonNullable<TrainerStep['power']>,
  events: readonly string[],
  losses: Losses,
): string {
  const ends = { Duration: seconds, PowerLow: share(power.from), PowerHigh: share(power.to) };
  if (step.kind === 'warmup') return element('Warmup', { ...ends, ...cadence(step, true, path, losses) }, events);
  if (step.kind === 'cooldown') return element('Cooldown', { ...ends, ...cadence(step, true, path, losses) }, events);
  dropKind(step, path, losses);
  if (power.from !== power.to) return element('Ramp', { ...ends, ...cadence(step, false, path, losses) }, events);
  return element(
    'SteadyState',
    { Duration: seconds, Power: share(power.from), ...cadence(step, true, path, losses) },
    events,
  );
}

/** Warm-up, cool-down and steady steps take a cadence band; the others one value. */
function cadence(step: Step, band: boolean, path: Path, losses: Losses): Record<string, number | undefined> {
  if (step.cadence === undefined) return {};
  const { low, high } = step.cadence;
  if (low === high) return { Cadence: low };
  if (band) return { CadenceLow: low, CadenceHigh: high };
  const middle = Math.round((low + high) / 2);
  losses.add(path, 'cadence', 'approximated', `cadence ${low}-${high} is written as its middle, ${middle}`);
  return { Cadence: middle };
}

/** 88 % as 0.88. */
function share(percent: number): string {
  return String(Math.round(percent * 100) / 10_000);
}
