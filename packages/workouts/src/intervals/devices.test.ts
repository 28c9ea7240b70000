import { describe, expect, it } from 'vitest';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import { deviceNotes } from './devices.ts';

const notes = (steps: StepInput[]) =>
  deviceNotes(readWorkout({ sport: 'bike', steps })).map(({ device, path }) => `${device} ${path}`.trim());

describe('what a device does with the plan (intervals-api.md 5.7)', () => {
  it('Garmin takes 50 steps', () => {
    expect(notes(Array.from({ length: 50 }, () => ({ for: '1min', at: 'Z2' })))).toEqual([]);
    expect(notes(Array.from({ length: 51 }, () => ({ for: '1min', at: 'Z2' })))).toEqual(['Garmin']);
  });

  it('Wahoo needs a target on every step and ignores ramps and lap-button steps', () => {
    expect(notes([{ for: '1min' }, { for: '1min', at: 'ramp 50-75%' }, { for: 'lap', at: 'Z2' }])).toEqual([
      'Wahoo steps[0]',
      'Wahoo steps[1]',
      'Wahoo steps[2]',
    ]);
  });

  it('only "rest" is a rest in the FIT export, and ZWO shows no step types', () => {
    expect(notes([{ repeat: 3, steps: [{ for: '1min', at: '50%', kind: 'recovery' }] }])).toEqual([
      'Garmin steps[0].steps[0]',
      'Zwift steps[0].steps[0]',
    ]);
    expect(notes([{ for: '1min', at: '50%', kind: 'rest' }])).toEqual(['Zwift steps[0]']);
  });
});
