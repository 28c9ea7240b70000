import { describe, expect, it } from 'vitest';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import type { Sport } from '../workout.ts';
import { compileStructure } from './compile.ts';
import { totalsOf } from './totals.ts';

const compile = (steps: StepInput[], thresholds = {}, sport: Sport = 'bike') =>
  compileStructure(readWorkout({ sport, steps }), thresholds);

describe('totals', () => {
  it('gives the known vector: 40 min, IF 0.771, TSS 39.6', () => {
    const { totals } = compile([
      { for: '10min', at: '40-55%' },
      { for: '20min', at: '85-95%' },
      { for: '10min', at: '40-55%' },
    ]);
    expect(totals).toMatchObject({ seconds: 2400, intensityFactor: 0.771, tss: 39.6, energyKj: null });
  });

  it('needs a threshold pace to turn distance into time', () => {
    const steps = [{ for: '1km', at: '100% pace' }];
    expect(compile(steps, {}, 'run').totals).toEqual({
      seconds: null,
      metres: 1000,
      intensityFactor: null,
      tss: null,
      energyKj: null,
      gaps: ['structure[0].steps[0] has a distance and no threshold pace is set: its time is not known'],
    });
    expect(compile(steps, { thresholdSpeed: 4 }, 'run').totals).toMatchObject({
      seconds: 250,
      metres: 1000,
      intensityFactor: 1,
      tss: 6.9,
    });
  });

  it('counts minutes, hours and kilometres of stored structures', () => {
    const { structure } = compile(
      [
        { for: '90s', at: '100%' },
        { for: '1h', at: '100%' },
      ],
      { ftp: 250 },
    );
    const [first, second] = structure.structure;
    if (first?.steps[0] === undefined || second?.steps[0] === undefined) throw new Error('two blocks');
    first.steps[0].length = { value: 1.5, unit: 'minute' };
    second.steps[0].length = { value: 1, unit: 'hour' };
    expect(totalsOf(structure, { ftp: 250 })).toMatchObject({ seconds: 3690, intensityFactor: 1, tss: 102.5 });
    second.steps[0].length = { value: 2, unit: 'kilometer' };
    expect(totalsOf(structure, { ftp: 250, thresholdSpeed: 4 })).toMatchObject({ seconds: 590, metres: 2000 });
  });

  it('says what it assumes about steps without a pace', () => {
    const steps: StepInput[] = [
      { for: '2km', at: 'Z2 HR' },
      { for: '3km', at: '100% pace' },
      { for: '4km', at: '90% pace' },
      { for: '5min' },
    ];
    const { totals } = compile(steps, { thresholdSpeed: 4 }, 'run');
    expect(totals.metres).toBe(9000);
    expect(totals.gaps).toEqual([
      'structure[0].steps[0] has no target: it counts as 0 %',
      'structure[0].steps[0] has no pace: its time assumes threshold pace',
      'structure[3].steps[0] has no target: it counts as 0 %',
    ]);
  });

  it('has no IF or TSS for RPE', () => {
    expect(compile([{ for: '10min', at: 'RPE 5' }], {}, 'run').totals).toMatchObject({
      intensityFactor: null,
      tss: null,
    });
  });

  it('can be recomputed from a stored structure', () => {
    const { structure, totals } = compile(
      [
        { for: '10min', at: '50-65%' },
        {
          repeat: 4,
          steps: [
            { for: '5min', at: '100-108%' },
            { for: '3min', at: '50-60%' },
          ],
        },
      ],
      { ftp: 250 },
    );
    expect(totalsOf(structure, { ftp: 250 })).toEqual(totals);
  });
});
