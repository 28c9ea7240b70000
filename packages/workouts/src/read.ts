import { readCadence } from './grammar/cadence.ts';
import { type Reading, readLength } from './grammar/length.ts';
import { readTarget } from './grammar/target.ts';
import { readText } from './grammar/text.ts';
import { LIMITS } from './limits.ts';
import { child, keysOf, type Path } from './path.ts';
import type { StepInput, WorkoutInput } from './schema.ts';
import type { Item, Kind, Repeat, Sport, Step, Workout } from './workout.ts';

/** What is wrong, where, and what would be right. */
export interface Problem {
  /** `steps[2].steps[0].for`. */
  readonly path: Path;
  readonly keys: readonly (string | number)[];
  /** One sentence that ends with the corrected step. */
  readonly message: string;
}

/** A workout that cannot be read. `problems` holds at most ten. */
export class WorkoutError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.message}`).join('\n'));
    this.name = 'WorkoutError';
    this.problems = problems;
  }
}

/**
 * The typed workout of a compact one (`workout` is its schema).
 * @throws {WorkoutError} naming each wrong step with its corrected form.
 */
export function readWorkout(input: WorkoutInput): Workout {
  const problems = new Problems();
  const read = readRoot(input, problems);
  if (problems.list.length > 0) throw new WorkoutError(problems.list);
  return read;
}

/** The same check without the throw; at most ten problems. */
export function problemsOf(input: WorkoutInput): readonly Problem[] {
  const problems = new Problems();
  readRoot(input, problems);
  return problems.list;
}

class Problems {
  readonly list: Problem[] = [];
  items = 0;

  get full(): boolean {
    return this.list.length >= 10;
  }

  add(path: Path, key: string, message: string): void {
    if (this.full) return;
    const place = [path, key].filter((part) => part !== '').join('.');
    this.list.push({ path: place, keys: keysOf(place), message });
  }
}

function readRoot(input: WorkoutInput, problems: Problems): Workout {
  const name = plainText(input.name, LIMITS.name, 'name', problems);
  const description = plainText(input.description, LIMITS.description, 'description', problems, true);
  if (input.steps.length === 0)
    problems.add('', 'steps', 'is empty. Write at least one step: {"for":"10min","at":"Z2 power"}');
  const steps = readItems(input.steps, '', 1, input.sport, problems);
  if (problems.list.length === 0 && unrolledCount(steps) > LIMITS.unrolled) {
    problems.add(
      '',
      'steps',
      `come to more than ${LIMITS.unrolled} steps once the repeats are multiplied out. Split the session`,
    );
  }
  return {
    sport: input.sport,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    steps,
  };
}

function readItems(
  inputs: readonly StepInput[],
  parent: Path,
  depth: number,
  sport: Sport,
  problems: Problems,
): Item[] {
  const items: Item[] = [];
  for (const [index, input] of inputs.entries()) {
    const path = child(parent, index);
    problems.items++;
    if (problems.items > LIMITS.items) {
      problems.add(
        path,
        '',
        `is step ${problems.items}: a workout has at most ${LIMITS.items}. Use {"repeat":n,"steps":[…]}`,
      );
      break;
    }
    if (problems.full) break;
    const item =
      input.repeat === undefined && input.steps === undefined
        ? readStep(input, path, sport, problems)
        : readRepeat(input, path, depth, sport, problems);
    if (item !== undefined) items.push(item);
  }
  return items;
}

function readRepeat(input: StepInput, path: Path, depth: number, sport: Sport, problems: Problems): Repeat | undefined {
  if (depth > LIMITS.depth) {
    problems.add(path, '', `is a repeat inside ${LIMITS.depth} others: nest at most ${LIMITS.depth} deep`);
    return undefined;
  }
  const extra = (['for', 'at', 'cadence', 'kind', 'note'] as const).find((key) => input[key] !== undefined);
  if (extra !== undefined) {
    problems.add(
      path,
      extra,
      `does not belong on a repeat. Put it on a step inside: {"repeat":${input.repeat ?? 2},"steps":[{"for":"5min","at":"100% FTP"}]}`,
    );
  }
  if (input.repeat === undefined) problems.add(path, 'repeat', 'is missing. Write {"repeat":4,"steps":[…]}');
  if (input.steps === undefined || input.steps.length === 0) {
    problems.add(
      path,
      'steps',
      `has no steps to repeat. Write {"repeat":${input.repeat ?? 4},"steps":[{"for":"5min","at":"100% FTP"},{"for":"3min"}]}`,
    );
    return undefined;
  }
  const name = plainText(input.name, LIMITS.name, `${path}.name`, problems);
  const steps = readItems(input.steps, path, depth + 1, sport, problems);
  return { times: input.repeat ?? 1, steps, ...(name === undefined ? {} : { name }) };
}

type TextKey = 'for' | 'at' | 'cadence' | 'name' | 'note';

/** A form that reads, where the nearest one does not either. */
const FALLBACK: Record<TextKey, string> = { for: '10min', at: 'RPE 5', cadence: '85-95', name: 'Step', note: '' };

function readStep(input: StepInput, path: Path, sport: Sport, problems: Problems): Step | undefined {
  const field = <T>(key: TextKey, read: (text: string) => Reading<T>): T | undefined => {
    const given = input[key];
    if (given === undefined) return undefined;
    const reading = read(given);
    if ('value' in reading) return reading.value;
    const near = reading.instead ?? FALLBACK[key];
    const instead = 'value' in read(near) ? near : FALLBACK[key];
    problems.add(path, key, `${reading.problem}. Write ${JSON.stringify(shortened({ ...input, [key]: instead }))}`);
    return undefined;
  };
  if (input.for === undefined) {
    problems.add(path, 'for', `is missing. Write ${JSON.stringify(shortened({ for: '10min', ...input }))}`);
    return undefined;
  }
  const length = field('for', readLength);
  const target = field('at', (text) => readTarget(text, sport));
  const cadence = field('cadence', readCadence);
  const name = field('name', (text) => readText(text, LIMITS.name));
  const note = field('note', (text) => readText(text, LIMITS.note));
  if (length === undefined) return undefined;
  return stepOf({ length, target, cadence, kind: input.kind, name, note });
}

/** The step as a message shows it: other wrong fields of it may be of any length. */
function shortened(input: StepInput): StepInput {
  const entries = Object.entries(input).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.slice(0, LIMITS.note) : value,
  ]);
  return Object.fromEntries(entries) as StepInput;
}

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** A step without the keys that are undefined (and without an empty name or note). */
export function stepOf(parts: Loose<Omit<Required<Step>, 'length'>> & { readonly length: Step['length'] }): Step {
  const { length, target, cadence, kind, name, note } = parts;
  return {
    length,
    ...(target === undefined ? {} : { target }),
    ...(cadence === undefined ? {} : { cadence }),
    ...(kind === undefined ? {} : { kind: kind as Kind }),
    ...(name === undefined || name === '' ? {} : { name }),
    ...(note === undefined || note === '' ? {} : { note }),
  };
}

function plainText(
  text: string | undefined,
  max: number,
  place: string,
  problems: Problems,
  lines = false,
): string | undefined {
  if (text === undefined) return undefined;
  const read = readText(text, max, lines);
  if ('problem' in read) problems.add('', place, `${read.problem}. Write ${JSON.stringify(read.instead)}`);
  else if (read.value !== '') return read.value;
  return undefined;
}

function unrolledCount(items: readonly Item[]): number {
  let count = 0;
  for (const item of items) count += 'times' in item ? item.times * unrolledCount(item.steps) : 1;
  return count;
}
