import { SERVICE_OWNER } from '../library/store.ts';
import type { Row } from '../shape/body.ts';
import { parameterRow } from './parameters.ts';

export const MUSCLE_GROUPS = [
  'Abs',
  'Biceps',
  'Calves',
  'Chest',
  'Forearms',
  'Glute',
  'Hamstrings',
  'LowerBack',
  'Quads',
  'Shoulders',
  'Triceps',
  'UpperBack',
] as const;

export const BLOCK_TYPES = ['WarmUp', 'SingleExercise', 'Superset', 'Circuit', 'CoolDown'] as const;

type Muscle = (typeof MUSCLE_GROUPS)[number];

/** One exercise in full, as the service gives it by its id. */
export interface Exercise {
  readonly id: string;
  readonly ownerId: number;
  readonly title: string;
  readonly videoUrl: string | null;
  readonly instructions: string | null;
  readonly canEdit: boolean;
  readonly primaryMuscleGroups: readonly Muscle[];
  readonly secondaryMuscleGroups: readonly Muscle[];
  readonly parameters: readonly Row[];
}

/** Ids and names that are known; parameters as far as they were told. */
const KNOWN: readonly (readonly [number, string, Muscle, Muscle, readonly string[]])[] = [
  [131, 'Back Squat', 'Quads', 'Glute', ['Reps', 'WeightLb', 'WeightKg']],
  [141, 'Deadlift', 'Hamstrings', 'LowerBack', ['Reps', 'WeightLb', 'WeightKg']],
  [154, 'Romanian Deadlift', 'Hamstrings', 'Glute', ['Reps', 'WeightLb', 'WeightKg']],
  [30, 'DB Bench Press', 'Chest', 'Triceps', ['Reps', 'WeightLb', 'WeightKg']],
  [71, 'Plank', 'Abs', 'Shoulders', ['Duration']],
  [73, 'Pull Up', 'UpperBack', 'Biceps', ['Reps']],
  [1, 'Air Squat', 'Quads', 'Glute', ['Reps']],
  [590, 'Hanging Leg Raise', 'Abs', 'Forearms', ['Reps']],
  [47, 'DB Walking Lunge', 'Quads', 'Glute', ['RepsPerSide', 'WeightPerSideLb', 'WeightPerSideKg']],
];

const TOOLS = ['Barbell', 'DB', 'KB', 'Band', 'Cable', 'Machine', 'Bodyweight', 'Sandbag'];
const KINDS = ['', 'Alternating ', 'Single-Leg ', 'Single-Arm ', 'Seated ', 'Tempo '];
const MOVES: readonly (readonly [string, Muscle, Muscle])[] = [
  ['Squat', 'Quads', 'Glute'],
  ['Lunge', 'Quads', 'Glute'],
  ['Row', 'UpperBack', 'Biceps'],
  ['Press', 'Shoulders', 'Triceps'],
  ['Fly', 'Chest', 'Shoulders'],
  ['Curl', 'Biceps', 'Forearms'],
  ['Extension', 'Triceps', 'Shoulders'],
  ['Hip Thrust', 'Glute', 'Hamstrings'],
  ['Bridge', 'Glute', 'LowerBack'],
  ['Calf Raise', 'Calves', 'Quads'],
  ['Good Morning', 'LowerBack', 'Hamstrings'],
  ['Rotation', 'Abs', 'Shoulders'],
  ['Crunch', 'Abs', 'LowerBack'],
  ['Shrug', 'UpperBack', 'Shoulders'],
  ['Carry', 'Forearms', 'Abs'],
  ['Step Up', 'Quads', 'Calves'],
  ['Swing', 'Hamstrings', 'Glute'],
  ['Clean', 'UpperBack', 'Quads'],
  ['Snatch', 'Shoulders', 'Hamstrings'],
  ['Wood Chop', 'Abs', 'UpperBack'],
];

/** About as many as the real library has: the known ones, and every movement with every tool. */
export function serviceExercises(): Exercise[] {
  const known = KNOWN.map(([id, title, primary, secondary, parameters]) =>
    exercise(id, title, primary, secondary, parameters),
  );
  let id = 1000;
  const made = TOOLS.flatMap((tool) =>
    KINDS.flatMap((kind) =>
      MOVES.map(([move, primary, secondary]) => {
        id += 1;
        const perSide = kind.startsWith('Single') || kind.startsWith('Alternating');
        const weighted = tool !== 'Bodyweight' && tool !== 'Band';
        const parameters = [perSide ? 'RepsPerSide' : 'Reps', ...(weighted ? ['WeightLb', 'WeightKg'] : [])];
        return exercise(id, `${tool} ${kind}${move}`, primary, secondary, parameters);
      }),
    ),
  );
  return [...known, ...made].slice(0, 955);
}

function exercise(
  id: number,
  title: string,
  primary: Muscle,
  secondary: Muscle,
  parameters: readonly string[],
): Exercise {
  return {
    id: String(id),
    ownerId: SERVICE_OWNER,
    title,
    videoUrl: `https://youtu.be/demo-${id}`,
    instructions: `How to do a ${title}: slowly, all the way.`,
    canEdit: false,
    primaryMuscleGroups: [primary],
    secondaryMuscleGroups: [secondary],
    parameters: parameters.map(parameterRow),
  };
}

/** As the library lists it: without parameters and video. */
export function listed({ id, ownerId, title, canEdit, primaryMuscleGroups, secondaryMuscleGroups }: Exercise): Row {
  return {
    exerciseId: id,
    title,
    searchText: title.toLowerCase(),
    searchAttributes: { alternateTitles: [], primaryMuscleGroups, secondaryMuscleGroups },
    canEdit,
    ownerId,
  };
}
