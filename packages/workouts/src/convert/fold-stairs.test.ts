import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { readWorkout } from '../read.ts';
import { compileStructure, readStructure } from '../trainingpeaks/index.ts';
import type { Item } from '../workout.ts';
import { writeWorkout } from '../write.ts';
import { foldStairs } from './fold-stairs.ts';
import { stairs } from './stairs.ts';

type Written = Parameters<typeof readWorkout>[0]['steps'];
const stepsOf = (steps: Written) => readWorkout({ sport: 'bike', steps }).steps;
const stored = (steps: Written) => {
  const { structure } = compileStructure(readWorkout({ sport: 'bike', steps }));
  return readStructure(structure, { sport: 'bike' }).workout.steps;
};
const shown = (items: readonly Item[]) => [...writeWorkout({ sport: 'bike', steps: [...items] }).steps];

describe('stairs that were written for a ramp', () => {
  it('are the ramp again, up and down, alone and in a repeat', () => {
    const steps = [
      { for: '15min', at: 'ramp 50-75% FTP', kind: 'warmup' },
      {
        repeat: 3,
        steps: [
          { for: '5min', at: 'ramp 90-105% FTP', kind: 'active' },
          { for: '2min', at: '50% FTP', kind: 'rest' },
        ],
      },
      { for: '10min', at: 'ramp 70-40% FTP', kind: 'cooldown' },
    ] as const satisfies Written;
    expect(shown(foldStairs(stored(steps)))).toEqual(steps);
  });

  it('are nothing but steps where a ramp would have been written otherwise', () => {
    for (const steps of [
      [
        { for: '5min', at: '50% FTP' },
        { for: '5min', at: '60% FTP' },
        { for: '5min', at: '70% FTP' },
      ],
      [
        { for: '1min', at: '50% FTP' },
        { for: '1min', at: '60% FTP' },
      ],
      [
        { for: '1min', at: '50% FTP' },
        { for: '1min', at: '50% FTP' },
        { for: '1min', at: '50% FTP' },
      ],
      [
        { for: '1min', at: '50% FTP' },
        { for: '1min', at: '55% FTP' },
        { for: '1min', at: '90% FTP' },
      ],
      [
        { for: '1min', at: '50% FTP' },
        { for: '1min', at: '55% FTP', cadence: '90' },
        { for: '1min', at: '60% FTP' },
      ],
    ] satisfies Written[]) {
      expect(foldStairs(stepsOf(steps))).toEqual(stepsOf(steps));
    }
  });

  it('are written as the same steps again, whatever the workout', () => {
    const unfolded = (items: readonly Item[]): Item[] =>
      items.flatMap((item): Item[] =>
        'times' in item ? [{ ...item, steps: unfolded(item.steps) }] : (stairs(item) ?? [item]),
      );
    fc.assert(
      fc.property(workouts({ units: ['%ftp'], lengths: ['time', 'distance'] }), ({ steps }) => {
        const level = unfolded(steps);
        expect(unfolded(foldStairs(level))).toEqual(level);
      }),
    );
  });
});
