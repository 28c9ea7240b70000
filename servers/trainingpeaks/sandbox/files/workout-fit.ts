import { type FitMessage, writeFit } from '@core/activity-files/write';
import type { Row } from '../shape/body.ts';

const INTENSITY: Readonly<Record<string, string>> = { warmUp: 'warmup', rest: 'rest', coolDown: 'cooldown' };

/** A planned workout as a head unit takes it; steps in percent of threshold power, repeats behind their steps. */
export function workoutFit(row: Row, created: string): Uint8Array {
  const structure = row.structure as { structure: Block[] } | null;
  const steps: Row[] = [];
  for (const block of structure?.structure ?? []) {
    const first = steps.length;
    for (const step of block.steps) steps.push(stepFields(step));
    if (block.length.value > 1) {
      steps.push({
        duration_type: 'repeat_until_steps_cmplt',
        duration_step: first,
        target_type: 'open',
        repeat_steps: block.length.value,
      });
    }
  }
  return writeFit([
    {
      message: 'file_id',
      fields: { type: 'workout', manufacturer: 'peaksware', product: 1, serial_number: 1, time_created: created },
    },
    {
      message: 'workout',
      fields: {
        wkt_name: String(row.title ?? 'Workout').slice(0, 15),
        sport: row.workoutTypeValueId === 3 ? 'running' : 'cycling',
        num_valid_steps: steps.length,
      },
    },
    ...steps.map((fields, index) => {
      const numbered = { message_index: index, ...fields };
      return { message: 'workout_step', fields: numbered } as FitMessage;
    }),
  ]);
}

interface Block {
  readonly length: { readonly value: number };
  readonly steps: readonly Step[];
}

interface Step {
  readonly name: string;
  readonly length: { readonly value: number };
  readonly intensityClass: string;
  readonly targets: readonly { readonly minValue: number; readonly maxValue?: number }[];
}

function stepFields({ name, length, intensityClass, targets }: Step): Row {
  const [target] = targets;
  return {
    wkt_step_name: String(name ?? '').slice(0, 15),
    duration_type: 'time',
    duration_time: length.value,
    intensity: INTENSITY[intensityClass] ?? 'active',
    ...(target === undefined
      ? { target_type: 'open' }
      : {
          target_type: 'power',
          target_value: 0,
          custom_target_power_low: Math.round(target.minValue),
          custom_target_power_high: Math.round(target.maxValue ?? target.minValue),
        }),
  };
}
