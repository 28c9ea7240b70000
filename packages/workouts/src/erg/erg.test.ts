import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import type { Workout } from '../workout.ts';
import { compileErg, compileMrc } from './compile.ts';
import { readErg } from './read.ts';

const of = (steps: StepInput[]) => readWorkout({ sport: 'bike', name: 'Ladder', steps });
const data = (text: string) =>
  text.slice(text.indexOf('[COURSE DATA]') + 15, text.indexOf('[END COURSE DATA]') - 2).split('\r\n');

describe('points', () => {
  it('each step is a start and an end; a ramp joins two levels', () => {
    const { text, losses } = compileMrc(
      of([
        { for: '10min', at: 'ramp 50-75%' },
        { for: '90s', at: '100%' },
      ]),
    );
    expect(data(text)).toEqual(['0.00\t50', '10.00\t75', '10.00\t100', '11.50\t100']);
    expect(losses).toEqual([]);
  });

  it('seconds that two decimals cannot hold take five: 10 s is 0.16667 min', () => {
    expect(data(compileMrc(of([{ for: '10s', at: '150%' }])).text)).toEqual(['0.00\t150', '0.16667\t150']);
  });

  it('ERG holds watts at the FTP it names', () => {
    const { text } = compileErg(of([{ for: '10min', at: '75%' }]), { ftp: 250 });
    expect(data(text)).toEqual(['0.00\t188', '10.00\t188']);
    expect(text).toContain('FTP = 250\r\nMINUTES WATTS\r\n');
  });

  it('turns ends other than time into time, and says how', () => {
    const steps: StepInput[] = [
      { for: '400mtr', at: '50%' },
      { for: 'lap 5min', at: '50%' },
      { for: 'lap', at: '50%' },
      { for: '60kcal', at: '200W' },
      { for: '60kcal', at: 'free' },
    ];
    const { text, losses } = compileMrc(of(steps), { ftp: 250, thresholdSpeed: 8 });
    expect(
      data(text)
        .filter((_, index) => index % 2 === 1)
        .map((line) => line.split('\t')[0]),
    ).toEqual(['0.83333', '5.83333', '15.83333', '20.83333', '30.83333']);
    expect(losses.filter(({ field }) => field === 'length').map(({ message }) => message)).toEqual([
      '400 m is written as 50 s: trainer files count time only',
      'a lap button is written as 300 s: trainer files count time only',
      'an open end is written as 600 s: trainer files count time only',
      '60 kcal is written as 300 s: trainer files count time only',
      '60 kcal is written as 600 s: trainer files count time only',
    ]);
  });

  it('says what it cannot hold', () => {
    const { losses } = compileMrc(
      of([
        { repeat: 2, steps: [{ for: '5min', at: 'Z2 HR', cadence: '90', kind: 'warmup' }] },
        { for: '5min', at: 'free' },
      ]),
    );
    expect(losses.map(({ path, field, effect }) => `${path} ${field} ${effect}`)).toEqual([
      'steps[0] repeat unrolled',
      'steps[0].steps[0] target dropped',
      'steps[0].steps[0] cadence dropped',
      'steps[0].steps[0] kind dropped',
      'steps[1] target approximated',
    ]);
  });
});

describe('round trip', () => {
  const can = { lengths: ['time'], ranges: false, ramps: true, repeats: false, names: true, notes: true } as const;
  const whole = (workout: Workout) =>
    workout.steps.every(
      (item) => !('times' in item) && item.target !== undefined && item.length.by === 'time' && item.length.seconds > 1,
    );

  it('gives back every workout that MRC can hold', () => {
    fc.assert(
      fc.property(workouts({ ...can, units: ['%ftp'] }).filter(whole), (workout) => {
        const { text, losses } = compileMrc(workout);
        expect(losses).toEqual([]);
        expect(readErg(text)).toEqual({ workout, losses: [] });
      }),
    );
  });

  it('gives back the watts of an ERG file and its FTP', () => {
    fc.assert(
      fc.property(workouts({ ...can, units: ['w'] }).filter(whole), (workout) => {
        const { text } = compileErg(workout, { ftp: 100 });
        expect(readErg(text)).toEqual({ workout, losses: [], ftp: 100 });
      }),
    );
  });
});

describe('reading files of others', () => {
  it('reads the example of TrainerRoad', () => {
    const { workout } = readErg(
      '[COURSE HEADER]\nVERSION = 2\nUNITS = ENGLISH\nDESCRIPTION = A description\nFILE NAME = blah.mrc\nMINUTES PERCENT\n[END COURSE HEADER]\n[COURSE DATA]\n0.00 50\n6.60 50\n6.60 100\n7.98 140\n[END COURSE DATA]\n',
    );
    expect(workout).toEqual({
      sport: 'bike',
      name: 'blah',
      description: 'A description',
      steps: [
        { length: { by: 'time', seconds: 396 }, target: { unit: '%ftp', from: 50, to: 50 } },
        { length: { by: 'time', seconds: 83 }, target: { unit: '%ftp', from: 100, to: 140, ramp: true } },
      ],
    });
  });

  it.each(['', 'x', '[COURSE DATA]\n0 50\n[END COURSE DATA]'])('refuses %j', (source) => {
    expect(() => readErg(source)).toThrow('not an ERG or MRC file');
  });

  it('reports a point that goes back in time', () => {
    expect(readErg('[COURSE DATA]\n0 50\n5 50\n4 60\n6 60\n[END COURSE DATA]').losses).toMatchObject([
      { field: 'length', effect: 'dropped' },
    ]);
  });
});
