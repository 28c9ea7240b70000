import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import type { Sport } from '../workout.ts';
import { compileStructure } from './compile.ts';
import { readStructure } from './read.ts';

const of = (steps: StepInput[], sport: Sport = 'bike') => readWorkout({ sport, steps });
const compile = (steps: StepInput[], thresholds = {}, sport: Sport = 'bike') =>
  compileStructure(of(steps, sport), thresholds);

const fourTimesFive: StepInput[] = [
  { for: '10min', at: '50-65%', kind: 'warmup', name: 'Spin up' },
  {
    repeat: 4,
    steps: [
      { for: '5min', at: '100-108%', cadence: '90-95', kind: 'active', name: 'Hard' },
      { for: '3min', at: '50-60%', kind: 'rest', name: 'Float' },
    ],
  },
  { for: '15min', at: '76-84%', kind: 'active', name: 'Tempo' },
  { for: '5min', at: '40-50%', kind: 'cooldown', name: 'Ease down' },
];

describe('the worked example (trainingpeaks-api.md 15.7)', () => {
  const { structure, totals, losses } = compile(fourTimesFive, { ftp: 250 });

  it('has its totals: 3720 s, IF 0.847, TSS 74.2, 788 kJ', () => {
    expect(totals).toEqual({ seconds: 3720, metres: null, intensityFactor: 0.847, tss: 74.2, energyKj: 788, gaps: [] });
    expect(losses).toEqual([]);
  });

  it('has its blocks', () => {
    expect(structure.structure.map(({ type, begin, end }) => [type, begin, end])).toEqual([
      ['step', 0, 600],
      ['repetition', 600, 2520],
      ['step', 2520, 3420],
      ['step', 3420, 3720],
    ]);
    expect(structure.structure[1]).toEqual({
      type: 'repetition',
      length: { value: 4, unit: 'repetition' },
      begin: 600,
      end: 2520,
      steps: [
        {
          name: 'Hard',
          type: 'step',
          length: { value: 300, unit: 'second' },
          targets: [
            { minValue: 100, maxValue: 108 },
            { minValue: 90, maxValue: 95, unit: 'roundOrStridePerMinute' },
          ],
          intensityClass: 'active',
          openDuration: false,
        },
        {
          name: 'Float',
          type: 'step',
          length: { value: 180, unit: 'second' },
          targets: [{ minValue: 50, maxValue: 60 }],
          intensityClass: 'rest',
          openDuration: false,
        },
      ],
    });
    expect(structure).toMatchObject({
      primaryLengthMetric: 'duration',
      primaryIntensityMetric: 'percentOfFtp',
      primaryIntensityTargetOrRange: 'range',
      visualizationDistanceUnit: null,
    });
  });

  it('has its outline: rectangles, normalised by the highest upper bound', () => {
    expect(structure.polyline.slice(0, 8)).toEqual([
      [0, 0],
      [0, 0.6019],
      [0.1613, 0.6019],
      [0.1613, 0],
      [0.1613, 0],
      [0.1613, 1],
      [0.2419, 1],
      [0.2419, 0],
    ]);
    expect(structure.polyline.slice(-4)).toEqual([
      [0.9194, 0],
      [0.9194, 0.463],
      [1, 0.463],
      [1, 0],
    ]);
    expect(structure.polyline).toHaveLength(44);
  });
});

describe('the distance example (trainingpeaks-api.md 15.8)', () => {
  it('counts begin and end in metres', () => {
    const { structure } = compile(
      [
        { for: '1km', at: '65-75% pace', kind: 'warmup' },
        {
          repeat: 5,
          steps: [
            { for: '800mtr', at: '100-105% pace' },
            { for: '400mtr', at: '60-70% pace', kind: 'rest' },
          ],
        },
        { for: '1km', at: '60-70% pace', kind: 'cooldown' },
      ],
      {},
      'run',
    );
    expect(structure).toMatchObject({
      primaryLengthMetric: 'distance',
      visualizationDistanceUnit: 'kilometer',
      primaryIntensityMetric: 'percentOfThresholdPace',
    });
    expect(structure.structure.map(({ begin, end }) => [begin, end])).toEqual([
      [0, 1000],
      [1000, 7000],
      [7000, 8000],
    ]);
  });
});

describe('traps', () => {
  it('"recovery" is refused on write: rest is sent, and said', () => {
    const { structure, losses } = compile([{ for: '3min', at: '50%', kind: 'recovery' }]);
    expect(structure.structure[0]?.steps[0]?.intensityClass).toBe('rest');
    expect(losses).toEqual([
      {
        path: 'steps[0]',
        field: 'kind',
        effect: 'changed',
        message: '"recovery" is written "rest": TrainingPeaks has no such class',
      },
    ]);
  });

  it('there is no nesting below a repetition: the outer repeat is written out', () => {
    const inner = {
      repeat: 3,
      steps: [
        { for: '30s', at: '130%' },
        { for: '30s', at: '50%' },
      ],
    };
    const { structure, losses } = compile([{ repeat: 2, steps: [inner, { for: '5min', at: '50%' }] }]);
    expect(structure.structure.map(({ type }) => type)).toEqual(['repetition', 'step', 'repetition', 'step']);
    expect(losses).toMatchObject([{ path: 'steps[0]', field: 'repeat', effect: 'unrolled' }]);
  });

  it('a heart rate step in a power workout loses its target, and says so', () => {
    const { structure, losses } = compile([
      { for: '10min', at: '75%' },
      { for: '10min', at: '80%' },
      { for: '10min', at: 'Z2 HR' },
    ]);
    expect(structure.structure[2]?.steps[0]?.targets).toEqual([]);
    expect(losses).toMatchObject([{ path: 'steps[2]', field: 'target', effect: 'dropped' }]);
  });

  it('watts become percent of FTP, or are dropped where FTP is unknown', () => {
    const known = compile([{ for: '10min', at: '200-225W' }], { ftp: 250 });
    expect(known.structure.structure[0]?.steps[0]?.targets).toEqual([{ minValue: 80, maxValue: 90 }]);
    expect(known.losses).toMatchObject([{ effect: 'approximated' }]);
    expect(compile([{ for: '10min', at: '200-225W' }]).losses).toMatchObject([{ effect: 'dropped' }]);
  });

  it('a span of zones goes from the top below the first to the top of the last, up or down', () => {
    const powerZones = [55, 75, 90, 105, 120, 150, 999];
    const { structure } = compile(
      [
        { for: '10min', at: 'Z2-Z3' },
        { for: 'lap', at: 'ramp Z4-Z2' },
        { for: '10min', at: 'Z1' },
      ],
      { powerZones },
    );
    expect(structure.structure.map(({ steps }) => steps[0]?.targets)).toEqual([
      [{ minValue: 56, maxValue: 90 }],
      [{ minValue: 56, maxValue: 105 }],
      [{ minValue: 44, maxValue: 55 }],
    ]);
  });

  it('zone 1 starts at 80 % of its top, to the whole percent', () => {
    const { structure } = compile([{ for: '10min', at: 'Z1' }], { powerZones: [57, 75] });
    expect(structure.structure[0]?.steps[0]?.targets).toEqual([{ minValue: 46, maxValue: 57 }]);
  });

  it('the open top zone is a floor', () => {
    const { structure } = compile([{ for: '10s', at: 'Z7' }], { powerZones: [55, 75, 90, 105, 120, 150, 999] });
    expect(structure.structure[0]?.steps[0]?.targets).toEqual([{ minValue: 151 }]);
  });

  it('a ramp is level steps: the rules of rampUp blocks are not known', () => {
    const { structure, losses } = compile([{ for: '5min', at: 'ramp 50-70%' }]);
    expect(structure.structure.map(({ steps }) => steps[0]?.targets[0]?.minValue)).toEqual([50, 55, 60, 65, 70]);
    expect(losses).toMatchObject([{ field: 'target', effect: 'approximated' }]);
  });

  it('no point of the outline lies beyond 1', () => {
    fc.assert(
      fc.property(workouts({ units: ['%ftp'], lengths: ['time', 'distance', 'lap'] }), (workout) => {
        const { polyline } = compileStructure(workout).structure;
        let last = 0;
        for (const [x, y] of polyline) {
          expect(x).toBeGreaterThanOrEqual(last);
          expect(Math.max(x, y)).toBeLessThanOrEqual(1);
          last = x;
        }
      }),
    );
  });

  it('reads "recovery", minutes, open upper ends and a JSON string', () => {
    const stored = JSON.stringify({
      primaryIntensityMetric: 'percentOfThresholdHr',
      structure: [
        {
          type: 'step',
          steps: [
            {
              name: 'x',
              length: { value: 1.5, unit: 'minute' },
              targets: [{ minValue: 80 }],
              intensityClass: 'recovery',
            },
          ],
        },
      ],
    });
    expect(readStructure(stored, { sport: 'run' })).toEqual({
      workout: {
        sport: 'run',
        steps: [
          {
            length: { by: 'time', seconds: 90 },
            target: { unit: '%lthr', from: 80, to: 80 },
            kind: 'recovery',
            name: 'x',
          },
        ],
      },
      losses: [],
    });
    expect(() => readStructure('[]', { sport: 'run' })).toThrow('not a TrainingPeaks structure');
    expect(() => readStructure('{', { sport: 'run' })).toThrow('the text is not JSON');
  });
});
