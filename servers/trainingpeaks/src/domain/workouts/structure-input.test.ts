import { describe, expect, it } from 'vitest';
import { readStructureInput } from './structure-input.ts';

const step = { duration_seconds: 300, intensity_min: 90, intensity_max: 95 };

describe('a structure that is given instead of steps', () => {
  it.each([
    ['percentOfFtp', '%ftp'],
    ['percentOfThresholdHr', '%lthr'],
    ['percentOfThresholdPace', '%pace'],
    ['percentOfMaxHr', '%hrmax'],
  ])('in the simple form takes %s', (primaryIntensityMetric, unit) => {
    const { workout } = readStructureInput({ primaryIntensityMetric, steps: [step] }, 3);
    expect(workout.steps[0]).toMatchObject({ length: { seconds: 300 }, target: { unit, from: 90, to: 95 } });
  });

  it('in the simple form keeps repeats, names, classes, cadence, and one value as one value', () => {
    const { workout } = readStructureInput(
      {
        steps: [
          {
            type: 'repetition',
            reps: 2,
            steps: [
              {
                ...step,
                intensity_max: 90,
                name: 'Hard',
                intensityClass: 'coolDown',
                cadence_min: 85,
                cadence_max: 95,
              },
            ],
          },
        ],
      },
      2,
    );
    expect(workout.steps[0]).toMatchObject({
      times: 2,
      steps: [{ name: 'Hard', kind: 'cooldown', target: { from: 90, to: 90 }, cadence: { low: 85, high: 95 } }],
    });
  });

  it('in the form of the platform is kept as it is', () => {
    const native = {
      structure: [
        {
          type: 'step',
          length: { value: 1, unit: 'repetition' },
          begin: 0,
          end: 600,
          steps: [
            {
              name: 'x',
              length: { value: 10, unit: 'minute' },
              targets: [{ minValue: 4 }],
              intensityClass: 'active',
              openDuration: false,
            },
          ],
        },
      ],
      polyline: [],
      primaryLengthMetric: 'duration',
      primaryIntensityMetric: 'rpe',
      primaryIntensityTargetOrRange: 'target',
      importedFromZwo: false,
    };
    const given = readStructureInput(JSON.stringify(native), 2);
    expect(given.native).toEqual(native);
    expect(given.workout.steps[0]).toMatchObject({ length: { seconds: 600 }, target: { unit: 'rpe', from: 4 } });
  });

  it.each([
    ['text that is no JSON', '{"structure"'],
    ['no object', 5],
    ['neither form', { blocks: [] }],
    ['a block without steps', { structure: [{ type: 'step', length: { value: 1 } }] }],
    ['a step that cannot be read', { steps: [{ duration_seconds: -5 }] }],
    [
      'a metric that the platform refuses',
      { structure: [], polyline: [], primaryLengthMetric: 'duration', primaryIntensityMetric: 'heartRate' },
    ],
  ])('is refused with a form that works: %s', (_, given) => {
    expect(() => readStructureInput(given, 2)).toThrow(expect.objectContaining({ kind: 'bad_input' }));
  });
});
