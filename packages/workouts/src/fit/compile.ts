import { type FitMessage, writeFit } from '@core/activity-files/write';
import { asBand, stairs } from '../convert/stairs.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Item, isIntensity, isRepeat, type Sport, type Step, type Workout } from '../workout.ts';
import { BPM_FROM, type StepFields, targetFields } from './targets.ts';

export interface CompiledFit {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

export interface FitOptions {
  /** ISO time of creation; part of the file's identity. */
  readonly created: string;
  /** Tells two files of the same second apart. Default 1. */
  readonly serial?: number;
}

/** Garmin devices stop here; other head units take more. */
const DEVICE_STEPS = 50;

/**
 * A FIT workout file. Watts, bpm, percent of FTP and of maximum heart rate, single zones and paces are written as they
 * are; the rest goes through `thresholds`. Repeats keep their nesting.
 */
export function compileFit(workout: Workout, thresholds: Thresholds, options: FitOptions): CompiledFit {
  const writer = new StepWriter(thresholds);
  writer.items(workout.steps, '');
  const { steps, losses } = writer;
  if (steps.length > DEVICE_STEPS) {
    losses.add(
      '',
      'workout',
      'approximated',
      `${steps.length} steps: Garmin devices take ${DEVICE_STEPS} and may refuse the file`,
    );
  }
  const description = shorten(workout.description, '', 'description', losses);
  const head: FitMessage[] = [
    {
      message: 'file_id',
      fields: {
        type: 'workout',
        manufacturer: 'development',
        product: 1,
        serial_number: options.serial ?? 1,
        time_created: options.created,
      },
    },
    {
      message: 'workout',
      fields: {
        wkt_name: workout.name ?? 'Workout',
        sport: SPORT[workout.sport],
        num_valid_steps: steps.length,
        ...(description === undefined ? {} : { wkt_description: description }),
      },
    },
  ];
  const messages = steps.map(
    (fields, index): FitMessage => ({ message: 'workout_step', fields: { message_index: index, ...fields } }),
  );
  return { bytes: writeFit([...head, ...messages]), losses: losses.list };
}

export const SPORT: Record<Sport, string> = {
  bike: 'cycling',
  run: 'running',
  swim: 'swimming',
  row: 'rowing',
  ski: 'cross_country_skiing',
  walk: 'walking',
  other: 'generic',
};

/** A repeat stands behind its steps and points back at the first one. */
class StepWriter {
  readonly steps: StepFields[] = [];
  readonly losses = new Losses();
  readonly #thresholds: Thresholds;

  constructor(thresholds: Thresholds) {
    this.#thresholds = thresholds;
  }

  items(items: readonly Item[], parent: Path): void {
    items.forEach((item, index) => {
      const path = child(parent, index);
      if (!isRepeat(item)) {
        this.#step(item, path);
        return;
      }
      const first = this.steps.length;
      this.items(item.steps, path);
      this.steps.push({
        ...(item.name === undefined ? {} : { wkt_step_name: item.name }),
        duration_type: 'repeat_until_steps_cmplt',
        duration_step: first,
        repeat_steps: item.times,
        target_type: 'open',
      });
    });
  }

  #step(step: Step, path: Path): void {
    const levels = stairs(step);
    if (levels !== undefined)
      this.losses.add(path, 'target', 'approximated', `the ramp is written as ${levels.length} level steps`);
    for (const level of levels ?? [step]) this.#level(level, path);
  }

  #level(given: Step, path: Path): void {
    const isRamp = isIntensity(given.target) && given.target.ramp === true;
    const step = isRamp && isIntensity(given.target) ? { ...given, target: asBand(given.target) } : given;
    if (isRamp)
      this.losses.add(
        path,
        'target',
        'approximated',
        'the ramp has no length to divide: it is written as the band it crosses',
      );
    const { fields, note } = targetFields(step, path, this.#thresholds, this.losses);
    const notes = shorten([step.note, note].filter((part) => part !== undefined).join('. '), path, 'note', this.losses);
    this.steps.push({
      ...(step.name === undefined ? {} : { wkt_step_name: step.name }),
      intensity: step.kind ?? 'active',
      ...durationFields(step, path, this.losses),
      ...fields,
      ...(notes === undefined || notes === '' ? {} : { notes }),
    });
  }
}

function durationFields({ length }: Step, path: Path, losses: Losses): StepFields {
  switch (length.by) {
    case 'time':
      return { duration_type: 'time', duration_time: length.seconds };
    case 'distance':
      return { duration_type: 'distance', duration_distance: length.metres };
    case 'energy':
      return { duration_type: 'calories', duration_calories: length.kilocalories };
    case 'lap':
      if (length.plan !== undefined)
        losses.add(path, 'length', 'dropped', 'a step until the lap button keeps no planned length');
      return { duration_type: 'open', duration_value: 0 };
    case 'hr':
      return {
        duration_type: length.when === 'above' ? 'hr_greater_than' : 'hr_less_than',
        duration_hr: BPM_FROM + length.bpm,
      };
  }
}

/** Text of a FIT field: 254 bytes. */
const MOST_BYTES = 254;

function shorten(
  text: string | undefined,
  path: Path,
  field: 'note' | 'description',
  losses: Losses,
): string | undefined {
  if (text === undefined) return undefined;
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= MOST_BYTES) return text;
  losses.add(path, field, 'changed', `the ${field} is cut to ${MOST_BYTES} bytes`);
  let cut = '';
  let size = 0;
  for (const character of text) {
    size += encoder.encode(character).length;
    if (size > MOST_BYTES) break;
    cut += character;
  }
  return cut;
}
