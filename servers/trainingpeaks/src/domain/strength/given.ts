import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { type GivenSet, readSets, wrongSet } from './sets.ts';

export const blockTypes = ['WarmUp', 'SingleExercise', 'Superset', 'Circuit', 'CoolDown'] as const;
export type BlockType = (typeof blockTypes)[number];

/** An exercise as a caller asks for it: by name or id. */
export interface GivenExercise {
  readonly exercise: string;
  readonly notes: string | null;
  readonly sets: readonly GivenSet[];
}

export interface GivenBlock {
  readonly type: BlockType;
  readonly title: string | null;
  readonly notes: string | null;
  /** How long a warm-up or cool-down takes, in seconds. */
  readonly seconds: number | null;
  readonly exercises: readonly GivenExercise[];
}

export const BLOCKS_FORM =
  'write e.g. blocks: ["warmup: Air Squat 1x15", "Back Squat 3x6 @60kg; slow down", "superset: Pull Up 3x8 + Hanging Leg Raise 3x10"]';

const TYPES: Readonly<Record<string, BlockType>> = {
  warmup: 'WarmUp',
  cooldown: 'CoolDown',
  superset: 'Superset',
  circuit: 'Circuit',
  single: 'SingleExercise',
  singleexercise: 'SingleExercise',
};

/**
 * Reads the blocks of a session: lines of text, or objects as other tools take them.
 *
 * @throws Failure `bad_input` naming the block and the form that works.
 */
export function readBlocks(given: readonly unknown[]): GivenBlock[] {
  return given.map((block, index) => {
    const at = `blocks[${index}]`;
    const read = typeof block === 'string' ? fromText(block, at) : fromObject(block, at);
    checkSets(read, at);
    return read;
  });
}

const refused = (at: string, what: string) => new Failure('bad_input', `${at}: ${what}`, { next: BLOCKS_FORM });

function fromText(line: string, at: string): GivenBlock {
  const [, word, minutes, rest = line] =
    /^\s*(warm-?up|cool-?down|superset|circuit|single)(?:\s+(\d+(?:\.\d+)?)\s*min)?\s*:\s*(.*)$/is.exec(line) ?? [];
  const exercises = rest.split(/\s+\+\s+/).map((part) => exerciseFromText(part, at));
  const type = TYPES[word?.toLowerCase().replace('-', '') ?? ''];
  return {
    type: type ?? (exercises.length > 1 ? 'Superset' : 'SingleExercise'),
    title: null,
    notes: null,
    seconds: minutes === undefined ? null : Math.round(Number(minutes) * 60),
    exercises,
  };
}

function exerciseFromText(text: string, at: string): GivenExercise {
  const [line = '', ...notes] = text.split(';');
  const words = line.trim().split(/\s+/);
  // The longest end that reads as sets: a name may hold numbers itself.
  for (let first = 1; first < words.length; first++) {
    const sets = readSets(words.slice(first).join(' '));
    const exercise = words.slice(0, first).join(' ').replace(/:$/, '');
    if (sets !== undefined) return { exercise, notes: notes.join(';').trim() || null, sets };
  }
  throw refused(at, `"${text.slice(0, 80)}" is not an exercise with its sets`);
}

const measure = z.union([z.string(), z.number()]);
const objectBlock = z.looseObject({
  type: z.optional(z.string()),
  title: z.optional(z.union([z.string(), z.null()])),
  notes: z.optional(z.union([z.string(), z.null()])),
  exercises: z.array(
    z.looseObject({
      id: z.optional(measure),
      exercise: z.optional(measure),
      notes: z.optional(z.union([z.string(), z.null()])),
      sets: z.union([z.string(), z.array(z.record(z.string(), measure))]),
    }),
  ),
});

function fromObject(block: unknown, at: string): GivenBlock {
  const read = objectBlock.safeParse(block);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw refused(at, `${path.map(String).join('.')} ${message}`);
  }
  const { type: word = 'single', title = null, notes = null, exercises } = read.data;
  const type = TYPES[word.toLowerCase().replace(/[\s_-]/g, '')];
  if (type === undefined) throw refused(at, `"${word}" is no type of block; there are ${blockTypes.join(', ')}`);
  return {
    type,
    title,
    notes,
    seconds: null,
    exercises: exercises.map(({ id, exercise = id, notes: note = null, sets }) => {
      if (exercise === undefined) throw refused(at, 'an exercise has neither name nor id');
      const given = typeof sets === 'string' ? readSets(sets) : sets.map(texts);
      if (given === undefined) throw refused(at, `the sets "${String(sets).slice(0, 60)}" cannot be read`);
      return { exercise: String(exercise), notes: note, sets: given };
    }),
  };
}

function texts(set: Readonly<Record<string, string | number>>): GivenSet {
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
}

/** The rules of the service that can be known before it is asked. */
function checkSets({ type, exercises }: GivenBlock, at: string): void {
  if (exercises.length === 0) throw refused(at, 'a block needs an exercise');
  if (type === 'SingleExercise' && exercises.length > 1) {
    throw refused(at, 'several exercises are a superset or a circuit');
  }
  for (const { exercise, sets } of exercises) {
    const wrong = sets.length === 0 ? 'it needs a set' : sets.map(wrongSet).find((said) => said !== undefined);
    if (wrong !== undefined) throw refused(at, `"${exercise.slice(0, 60)}": ${wrong}`);
  }
  if (type !== 'Superset' && type !== 'Circuit') return;
  if (new Set(exercises.map(({ sets }) => sets.length)).size > 1) {
    throw refused(at, 'all exercises of a superset or circuit have the same number of sets');
  }
  const timed = exercises.filter(({ sets }) => sets.some((set) => 'Duration' in set));
  const counted = exercises.filter(({ sets }) => sets.some((set) => 'Reps' in set || 'RepsPerSide' in set));
  if (type === 'Superset' && timed.length > 0 && counted.length > 0) {
    throw refused(at, 'TrainingPeaks lets no superset mix repetitions and seconds; make it a circuit');
  }
}
