import type { DocumentBody, WireDocument, WireExercise } from '../../client/strength/wire.ts';
import type { GivenBlock, GivenExercise } from './given.ts';
import { fitted, inputFormat, parameterOf } from './parameters.ts';
import type { GivenSet } from './sets.ts';

/** A part of a session as it came, which a save sends back. */
type Whole = WireDocument['whole'];

/** Makes ids for new parts: random, until the service gives them numbers. */
export type NewId = () => string;

/** An exercise that was asked for, with what the service says of it. */
export interface Chosen {
  readonly given: GivenExercise;
  readonly exercise: WireExercise;
}

export interface ChosenBlock extends Omit<GivenBlock, 'exercises'> {
  readonly exercises: readonly Chosen[];
}

/** The header of a new session. */
export interface Header {
  readonly athlete: string;
  readonly date: string;
  readonly title: string;
  readonly instructions: string | null;
}

/** A new session, whole. Only `StructuredStrength` is kept by a save. */
export function newDocument(
  { athlete, date, title, instructions }: Header,
  blocks: readonly unknown[],
  newId: NewId,
): DocumentBody {
  return withSnapshot({
    id: newId(),
    workoutType: 'StructuredStrength',
    workoutSubTypeId: null,
    calendarId: Number(athlete),
    title,
    instructions,
    prescribedDate: date,
    prescribedStartTime: null,
    prescribedDurationInSeconds: null,
    complianceState: 'NoCompletion',
    compliancePercent: 0,
    orderOnDay: null,
    isLocked: false,
    isHidden: false,
    rpe: null,
    feel: null,
    files: [],
    blocks,
  });
}

/** Blocks as a save takes them. */
export function newBlocks(blocks: readonly ChosenBlock[], newId: NewId): Whole[] {
  return blocks.map(({ type, title, notes, seconds, exercises }) => ({
    id: newId(),
    blockType: type,
    title: title ?? exercises.map(({ exercise }) => exercise.title).join(' + '),
    coachNotes: notes,
    isComplete: false,
    compliancePercent: 0,
    complianceState: 'NoCompletion',
    parameters: seconds === null ? [] : [totalTime(seconds, newId)],
    prescriptions: exercises.map((chosen) => prescription(chosen, newId)),
  }));
}

/** How long a block takes: the service has this measure for blocks alone. */
function totalTime(seconds: number, newId: NewId): Whole {
  return {
    id: newId(),
    parameter: 'TimeSeconds',
    title: 'Total Time',
    unit: { title: 'Seconds', abbreviation: 's', unit: 'Seconds' },
    prescribedValue: String(seconds),
    executedValue: null,
  };
}

/** The whole exercise goes along: the web application fails on one with id and title alone. */
function prescription({ given, exercise }: Chosen, newId: NewId): Whole {
  const sets = setsFor(given.sets, exercise);
  const columns = [...new Set(sets.flatMap((set) => Object.keys(set)))];
  return {
    id: newId(),
    coachNotes: given.notes,
    compliancePercent: 0,
    setSummaryTemplate: columns.map((name) => `{${name}}`).join(' @ '),
    exercise: { ...exercise.whole, id: exercise.id ?? exercise.exerciseId },
    parameters: columns.map((name) => ({ ...(declaredIn(exercise, name) ?? parameterOf(name)), id: newId() })),
    sets: sets.map((set) => ({
      id: newId(),
      isComplete: false,
      setOrigin: 'Prescribed',
      // No `category` here: a save refuses it.
      parameterValues: Object.entries(set).map(([parameter, value]) => ({
        id: newId(),
        parameter,
        inputFormat: inputFormat(parameter),
        prescribedValue: value,
        executedValue: null,
      })),
    })),
  };
}

const declaredIn = ({ parameters }: WireExercise, name: string) =>
  parameters.find(({ parameter }) => parameter === name)?.whole;

const declaredBy = ({ parameters }: WireExercise) =>
  parameters.flatMap(({ parameter }) => (parameter === null ? [] : [parameter]));

/** Sets under the names of measures that the exercise has: side by side where it is done so. */
function setsFor(sets: readonly GivenSet[], exercise: WireExercise): GivenSet[] {
  const declared = declaredBy(exercise);
  return sets.map((set) =>
    Object.fromEntries(Object.entries(set).map(([name, value]) => [fitted(name, declared), value])),
  );
}

/** What a person should know of the measures before they are sent. */
export function measureNotes(blocks: readonly ChosenBlock[]): string[] {
  const chosen = blocks.flatMap(({ exercises }) => exercises);
  const notes = chosen.flatMap(({ given, exercise }) => {
    const declared = declaredBy(exercise);
    return [...new Set(given.sets.flatMap((set) => Object.keys(set)))].flatMap((name) => {
      const used = fitted(name, declared);
      if (used !== name) return [`${exercise.title} is counted per side: ${name} is stored as ${used}.`];
      if (declared.length === 0 || declared.includes(name)) return [];
      return [
        `${exercise.title} does not declare ${name} (it has ${declared.join(', ')}): TrainingPeaks may refuse it.`,
      ];
    });
  });
  return [...new Set(notes)];
}

/** A session again, for another calendar and day: new ids, nothing done. */
export function copied(document: Whole, athlete: string, date: string, newId: NewId): DocumentBody {
  const text = (key: string) => (typeof document[key] === 'string' ? document[key] : null);
  const header = { athlete, date, title: text('title') ?? '', instructions: text('instructions') };
  return {
    ...newDocument(
      header,
      parts(document.blocks).map((block) => fresh(block, newId)),
      newId,
    ),
    prescribedStartTime: document.prescribedStartTime ?? null,
    prescribedDurationInSeconds: document.prescribedDurationInSeconds ?? null,
    workoutSubTypeId: document.workoutSubTypeId ?? null,
    isHidden: document.isHidden ?? false,
  };
}

const NEW_PART: Whole = {
  isComplete: false,
  compliancePercent: 0,
  executedValue: null,
  complianceState: 'NoCompletion',
};

/** A part of a session with everything below it under new ids. An exercise keeps its own. */
function fresh(part: Whole, newId: NewId): Whole {
  const entries = Object.entries(part).map(([key, value]) => {
    if (key === 'id') return [key, newId()];
    if (['prescriptions', 'sets', 'parameterValues', 'parameters'].includes(key)) {
      return [key, parts(value).map((each) => fresh(each, newId))];
    }
    return [key, key in NEW_PART ? NEW_PART[key] : value];
  });
  return Object.fromEntries(entries);
}

/** Every set done as it was asked for; what was already written down stays. */
export function completed(blocks: unknown): Whole[] {
  return parts(blocks).map((block) => ({
    ...block,
    isComplete: true,
    prescriptions: parts(block.prescriptions).map((each) => ({
      ...each,
      isComplete: true,
      sets: parts(each.sets).map((set) => ({
        ...set,
        isComplete: true,
        parameterValues: parts(set.parameterValues).map((value) => ({
          ...value,
          executedValue: value.executedValue ?? value.prescribedValue ?? null,
        })),
      })),
    })),
  }));
}

/** Rows of an object as it came; anything else is none. */
export function parts(value: unknown): Whole[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

/** The counts that a session carries of itself. */
export function withSnapshot(document: DocumentBody): DocumentBody {
  const blocks = parts(document.blocks);
  const prescriptions = blocks.flatMap((block) => parts(block.prescriptions));
  const sets = prescriptions.flatMap((each) => parts(each.sets));
  const isDone = (list: readonly Whole[]) => list.length > 0 && list.every(({ isComplete }) => isComplete === true);
  return {
    ...document,
    snapshot: {
      totalBlocks: blocks.length,
      completedBlocks: blocks.filter((block) => isDone(parts(block.prescriptions).flatMap((each) => parts(each.sets))))
        .length,
      totalSets: sets.length,
      completedSets: sets.filter(({ isComplete }) => isComplete === true).length,
      totalPrescriptions: prescriptions.length,
      completedPrescriptions: prescriptions.filter((each) => isDone(parts(each.sets))).length,
    },
  };
}
