import { writeCadence } from '../grammar/cadence.ts';
import { writeLength } from '../grammar/length.ts';
import { writeTarget } from '../grammar/target.ts';
import { child, type Path } from '../path.ts';
import { type Item, isRepeat, type Step, type Workout } from '../workout.ts';
import { align } from './align.ts';
import { compileToText } from './compile.ts';
import type { WorkoutDoc } from './doc.ts';
import { fromWorkoutDoc } from './from-doc.ts';
import { parseWorkoutText } from './parse.ts';
import type { IntervalsSettings } from './settings.ts';

export interface Difference {
  /** Where in the steps that were sent; in the stored ones for a step that was not sent. */
  readonly path: Path;
  readonly field: 'step' | 'repeat' | 'length' | 'target' | 'cadence' | 'kind' | 'name';
  readonly sent: string;
  readonly stored: string;
  /** One sentence. */
  readonly message: string;
}

/**
 * What the platform understood differently from what was written: for use after a write, on the `workout_doc` that
 * comes back. Known losses of the text form are not repeated here (`compileToText` reports those): the comparison is
 * with what our text should have become.
 */
export function compareWithDoc(workout: Workout, doc: WorkoutDoc, settings: IntervalsSettings = {}): Difference[] {
  const { sport } = workout;
  const expected = parseWorkoutText(compileToText(workout, settings).text, settings, sport).doc;
  const sent = fromWorkoutDoc(expected, { sport }).workout.steps;
  const stored = fromWorkoutDoc(doc, { sport }).workout.steps;
  return compareItems(sent, stored, '');
}

function compareItems(sent: readonly Item[], stored: readonly Item[], parent: Path): Difference[] {
  return align(sent, stored, (item) => JSON.stringify(item)).flatMap(({ left, right }) => {
    return compareItem(left?.item, right?.item, child(parent, left?.index ?? right?.index ?? 0));
  });
}

function compareItem(sent: Item | undefined, stored: Item | undefined, path: Path): Difference[] {
  if (sent === undefined || stored === undefined) {
    const message =
      stored === undefined ? 'the platform did not keep this step' : 'the platform has a step that was not sent';
    return [{ path, field: 'step', sent: shown(sent), stored: shown(stored), message }];
  }
  if (isRepeat(sent) && isRepeat(stored)) {
    const times = sent.times === stored.times ? [] : [differs(path, 'repeat', `${sent.times}x`, `${stored.times}x`)];
    return [...times, ...compareItems(sent.steps, stored.steps, path)];
  }
  if (isRepeat(sent) || isRepeat(stored)) return [differs(path, 'repeat', shown(sent), shown(stored))];
  return compareSteps(sent, stored, path);
}

function compareSteps(sent: Step, stored: Step, path: Path): Difference[] {
  const fields: readonly [Difference['field'], (step: Step) => string][] = [
    ['length', (step) => writeLength(step.length)],
    ['target', (step) => (step.target === undefined ? 'none' : writeTarget(step.target))],
    ['cadence', (step) => (step.cadence === undefined ? 'none' : writeCadence(step.cadence))],
    ['kind', (step) => step.kind ?? 'none'],
    ['name', (step) => step.name ?? 'none'],
  ];
  return fields
    .map(([field, write]) => ({ field, sent: write(sent), stored: write(stored) }))
    .filter((pair) => pair.sent !== pair.stored)
    .map((pair) => differs(path, pair.field, pair.sent, pair.stored));
}

function differs(path: Path, field: Difference['field'], sent: string, stored: string): Difference {
  return { path, field, sent, stored, message: `${field}: sent ${sent}, stored ${stored}` };
}

function shown(item: Item | undefined): string {
  if (item === undefined) return 'nothing';
  if (isRepeat(item)) return `${item.times}x of ${item.steps.length} steps`;
  return [writeLength(item.length), item.target === undefined ? '' : writeTarget(item.target)]
    .filter((part) => part !== '')
    .join(' ');
}
