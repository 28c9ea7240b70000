import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import FitParser from 'fit-file-parser';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import { KINDS, SPORTS, type Workout } from '../workout.ts';
import { compileFit } from './compile.ts';
import { readFitWorkout } from './read.ts';

const created = '2026-05-01T06:00:00Z';
const of = (steps: StepInput[]) => readWorkout({ sport: 'bike', name: 'Set of four', steps });
const compile = (workout: Workout, thresholds = {}) => compileFit(workout, thresholds, { created });

const session = of([
  { for: '10min', at: 'Z2', kind: 'warmup', name: 'Spin' },
  {
    repeat: 4,
    steps: [
      { for: '5min', at: '250-260W', cadence: '90-95', kind: 'interval', name: 'Hard', note: 'hold the drops' },
      { for: '3min', at: '50-60%', kind: 'recovery' },
    ],
  },
  { for: 'HR<120', at: '100-120bpm', kind: 'cooldown' },
]);

type Wire = Record<string, unknown>;

async function foreignSteps(bytes: Uint8Array): Promise<Wire[]> {
  const parser = new FitParser({ force: false, mode: 'both' });
  const parsed = (await parser.parseAsync(Buffer.from(bytes))) as unknown as {
    messages: { workout: Wire[]; workout_step: Wire[] };
  };
  expect(parsed.messages.workout).toEqual([{ wkt_name: 'Set of four', sport: 'cycling', num_valid_steps: 5 }]);
  return parsed.messages.workout_step;
}

describe('other readers', () => {
  it('fit-file-parser reads the raw values: watts + 1000, bpm + 100, percent as it is', async () => {
    expect(await foreignSteps(compile(session).bytes)).toMatchObject([
      {
        wkt_step_name: 'Spin',
        intensity: 'warmup',
        duration_type: 'time',
        duration_value: 600_000,
        target_type: 'power',
        target_value: 2,
      },
      {
        wkt_step_name: 'Hard',
        notes: 'hold the drops',
        intensity: 'interval',
        duration_value: 300_000,
        custom_target_value_low: 1250,
        custom_target_value_high: 1260,
        secondary_target_type: 'cadence',
        secondary_custom_target_value_low: 90,
        secondary_custom_target_value_high: 95,
      },
      { intensity: 'recovery', target_value: 0, custom_target_value_low: 50, custom_target_value_high: 60 },
      { duration_type: 'repeat_until_steps_cmplt', duration_value: 1, target_value: 4 },
      {
        intensity: 'cooldown',
        duration_type: 'hr_less_than',
        duration_value: 220,
        target_type: 'heart_rate',
        custom_target_value_low: 200,
        custom_target_value_high: 220,
      },
    ]);
  });

  const gpsbabel = spawnSync('gpsbabel', ['-V']).status === 0;
  if (!gpsbabel) process.stdout.write('skipped: gpsbabel is not installed (apt-get install gpsbabel)\n');
  it.skipIf(!gpsbabel)('gpsbabel accepts the file and sees its five steps', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workout-'));
    try {
      const file = join(folder, 'workout.fit');
      writeFileSync(file, compile(session).bytes);
      const run = spawnSync('gpsbabel', ['-D', '9', '-i', 'garmin_fit', '-f', file, '-o', 'unicsv', '-F', '-'], {
        encoding: 'utf8',
      });
      expect(run.status).toBe(0);
      expect(`${run.stdout}${run.stderr}`.match(/parsing fit data ID 27/g)).toHaveLength(5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what FIT cannot hold', () => {
  it('has no ramps: they are level steps', () => {
    const { bytes, losses } = compile(of([{ for: '3min', at: 'ramp 50-70%' }]));
    expect(readFitWorkout(bytes).workout.steps.map((step) => 'target' in step && step.target)).toEqual(
      [50, 60, 70].map((value) => ({ unit: '%ftp', from: value, to: value })),
    );
    expect(losses).toMatchObject([{ field: 'target', effect: 'approximated' }]);
  });

  it('has no RPE: it is a note', () => {
    const { bytes, losses } = compile(of([{ for: '3min', at: 'RPE 7', note: 'smooth' }]));
    expect(readFitWorkout(bytes).workout.steps).toMatchObject([{ note: 'smooth. RPE 7' }]);
    expect(losses).toMatchObject([{ field: 'target', effect: 'approximated' }]);
  });

  it('says when a percentage of LTHR has no LTHR', () => {
    expect(compile(of([{ for: '3min', at: '90% LTHR' }])).losses).toMatchObject([
      { path: 'steps[0]', effect: 'dropped' },
    ]);
    expect(compile(of([{ for: '3min', at: '90% LTHR' }]), { lthr: 170 }).losses[0]?.message).toBe(
      '90% LTHR is written as 153 bpm',
    );
  });

  it('cuts a note to 254 bytes, at a whole character', () => {
    const { bytes, losses } = compile(of([{ for: '3min', note: '踏'.repeat(100) }]));
    expect(readFitWorkout(bytes).workout.steps).toMatchObject([{ note: '踏'.repeat(84) }]);
    expect(losses).toMatchObject([{ field: 'note', effect: 'changed' }]);
  });

  it('warns above the 50 steps of Garmin devices', () => {
    expect(compile(of(Array.from({ length: 51 }, () => ({ for: '1min', at: 'Z2' })))).losses[0]?.message).toMatch(
      /^51 steps/,
    );
  });

  it('refuses a file that is no workout', () => {
    expect(() => readFitWorkout(new Uint8Array([1, 2, 3]))).toThrow('not a FIT workout');
  });
});

describe('round trip', () => {
  const can = {
    sports: SPORTS,
    kinds: KINDS,
    kindRequired: true,
    ramps: false,
    cadence: true,
    names: true,
    notes: true,
    repeatNames: true,
    nested: true,
  } as const;
  const ranged = workouts({
    ...can,
    units: ['%ftp', 'w', 'bpm', '%hrmax', 's/km'],
    lengths: ['time', 'distance', 'energy', 'lap', 'hr'],
    lapPlan: 'never',
  });
  const zones = workouts({ ...can, units: ['power_zone', 'hr_zone', 'pace_zone'], ranges: false });

  it('gives back every workout that FIT can hold', () => {
    fc.assert(
      fc.property(fc.oneof(ranged, zones), (workout) => {
        const { bytes, losses } = compile(workout);
        expect(losses.filter(({ message }) => !message.includes('Garmin devices'))).toEqual([]);
        expect(readFitWorkout(bytes)).toEqual({ workout, losses: [] });
      }),
      { numRuns: 300 },
    );
  });
});
