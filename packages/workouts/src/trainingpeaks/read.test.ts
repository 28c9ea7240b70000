import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { compileStructure } from './compile.ts';
import { readStructure } from './read.ts';

describe('reading structures of others', () => {
  const block = (type: string, steps: unknown[]) => ({ type, length: { value: 1, unit: 'repetition' }, steps });
  const stored = (metric: string, blocks: unknown[]) => ({ primaryIntensityMetric: metric, structure: blocks });
  const step = (unit: string, value: number, targets: unknown[]) => ({ length: { value, unit }, targets });

  it('takes every length unit, steps of a ramp one by one, and cadence with one end', () => {
    const { workout, losses } = readStructure(
      stored('percentOfFtp', [
        block('rampUp', [
          step('second', 60, [{ minValue: 50, maxValue: 55 }]),
          step('second', 60, [{ minValue: 60, maxValue: 65 }]),
        ]),
        block('step', [step('hour', 1, [{ minValue: 85, unit: 'roundOrStridePerMinute' }])]),
        block('step', [step('kilometer', 1.5, [])]),
        block('step', [step('mile', 1, [])]),
        block('step', [step('yard', 100, [])]),
      ]),
      { sport: 'bike' },
    );
    expect(workout.steps).toEqual([
      { length: { by: 'time', seconds: 60 }, target: { unit: '%ftp', from: 50, to: 55 } },
      { length: { by: 'time', seconds: 60 }, target: { unit: '%ftp', from: 60, to: 65 } },
      { length: { by: 'time', seconds: 3600 }, cadence: { low: 85, high: 85 } },
      { length: { by: 'distance', metres: 1500 } },
      { length: { by: 'distance', metres: 1609.344 } },
      { length: { by: 'distance', metres: 91.44 } },
    ]);
    expect(losses).toEqual([]);
  });

  it('says what it leaves out: second targets, unknown metrics, steps without a length', () => {
    const second = { minValue: 140, maxValue: 150, unit: 'beatsPerMinute' };
    const both = readStructure(
      stored('percentOfFtp', [block('step', [step('second', 60, [{ minValue: 80 }, second])])]),
      { sport: 'bike' },
    );
    const speed = readStructure(stored('speed', [block('step', [step('second', 60, [{ minValue: 80 }])])]), {
      sport: 'bike',
    });
    const none = readStructure(stored('percentOfFtp', [block('step', [step('furlong', 1, [])])]), { sport: 'bike' });
    expect([both, speed, none].map(({ losses }) => losses.map(({ field, effect }) => `${field} ${effect}`))).toEqual([
      ['target dropped'],
      ['target dropped'],
      ['length dropped'],
    ]);
  });
});

describe('round trip', () => {
  it.each([['%ftp'], ['%lthr'], ['%pace'], ['%hrmax'], ['rpe']] as const)('gives back every workout in %s', (unit) => {
    const expressible = workouts({
      units: [unit],
      lengths: ['time', 'distance', 'lap'],
      lapPlan: 'always',
      kinds: ['warmup', 'active', 'rest', 'cooldown', 'other'],
      kindRequired: true,
      ramps: false,
      cadence: true,
      names: true,
      notes: true,
    });
    fc.assert(
      fc.property(expressible, (workout) => {
        const { structure, losses } = compileStructure(workout);
        expect(losses).toEqual([]);
        expect(readStructure(JSON.stringify(structure), { sport: workout.sport })).toEqual({ workout, losses: [] });
      }),
      { numRuns: 100 },
    );
  });
});
