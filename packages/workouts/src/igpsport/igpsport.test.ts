import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import type { Sport } from '../workout.ts';
import { compileCourse } from './compile.ts';
import { readCourse } from './read.ts';

const of = (steps: StepInput[], sport: Sport = 'bike') => readWorkout({ sport, steps });

describe('the worked example (igpsport-api.md 10.5)', () => {
  const workout = readWorkout({
    sport: 'bike',
    name: 'Sweet spot ladder',
    description: 'Indoor, fan on; stop if HR drifts',
    steps: [
      { for: '10min', at: 'Z2', kind: 'warmup', name: 'Spin up' },
      {
        repeat: 3,
        steps: [
          { for: '12min', at: '233-249W', kind: 'active', name: 'SST', note: 'seated' },
          { for: '4min', at: 'Z2 HR', kind: 'rest', name: 'Float' },
        ],
      },
      { for: '4km', cadence: '55-65', kind: 'active', name: 'Big gear' },
      { for: '40kcal', at: '1:40-2:00/km', kind: 'active', name: 'Tempo roll' },
      { for: 'lap', kind: 'rest', name: 'Free' },
      { for: '90s', at: '100-120bpm', kind: 'cooldown', name: 'Home' },
    ],
  });

  it('compiles to the wire body, 4330 s, without a loss', () => {
    expect(compileCourse(workout)).toEqual({
      losses: [],
      course: {
        title: 'Sweet spot ladder',
        description: 'Indoor, fan on; stop if HR drifts',
        totalTime: 4330,
        workoutType: 'bike',
        sportBigType: 1,
        allowDeletion: true,
        fromTP: false,
        structure: [
          {
            type: 'Step',
            name: 'Spin up',
            intensityClass: 'WarmUp',
            openDuration: 'false',
            length: { unit: 'Second', value: 600 },
            intensityTarget: { unit: 'Power', value: 2 },
          },
          {
            type: 'Repetition',
            length: { unit: 'Repetition', value: 3 },
            steps: [
              {
                type: 'Step',
                name: 'SST',
                intensityClass: 'Active',
                openDuration: 'false',
                length: { unit: 'Second', value: 720 },
                intensityTarget: { unit: 'PowerCustom', value: 0, minValue: 233, maxValue: 249 },
                note: 'seated',
              },
              {
                type: 'Step',
                name: 'Float',
                intensityClass: 'Rest',
                openDuration: 'false',
                length: { unit: 'Second', value: 240 },
                intensityTarget: { unit: 'HeartRate', value: 2 },
              },
            ],
          },
          {
            type: 'Step',
            name: 'Big gear',
            intensityClass: 'Active',
            openDuration: 'false',
            length: { unit: 'Meter', value: 4000 },
            intensityTarget: { unit: 'Cadence', value: 0, minValue: 55, maxValue: 65 },
          },
          {
            type: 'Step',
            name: 'Tempo roll',
            intensityClass: 'Active',
            openDuration: 'false',
            length: { unit: 'Kcal', value: 40 },
            intensityTarget: { unit: 'Speed', value: 0, minValue: 8333, maxValue: 10000 },
          },
          { type: 'Step', name: 'Free', intensityClass: 'Rest', openDuration: 'true' },
          {
            type: 'Step',
            name: 'Home',
            intensityClass: 'CoolDown',
            openDuration: 'false',
            length: { unit: 'Second', value: 90 },
            intensityTarget: { unit: 'HeartRateCustom', value: 0, minValue: 100, maxValue: 120 },
          },
        ],
      },
    });
  });
});

describe('traps', () => {
  it('percent of FTP keeps its percentages, in the spelling the app writes', () => {
    const { course } = compileCourse(of([{ for: '10min', at: '88-94%' }]));
    expect(course.structure[0]).toMatchObject({
      intensityTarget: { unit: 'PercentOfFTP', minValue: 88, maxValue: 94 },
    });
  });

  it('half watts round up, where Python would round to even: 95–105 % LTHR of 150', () => {
    const { course, losses } = compileCourse(of([{ for: '10min', at: '95-105% LTHR' }]), { lthr: 150 });
    expect(course.structure[0]).toMatchObject({ intensityTarget: { minValue: 143, maxValue: 158 } });
    expect(losses).toMatchObject([{ effect: 'approximated' }]);
  });

  it('a repeat inside a repeat would lose its steps: the outer one is written out', () => {
    const { course, losses } = compileCourse(
      of([{ repeat: 2, steps: [{ repeat: 3, steps: [{ for: '30s', at: '120%' }] }] }]),
    );
    expect(course.structure.map(({ type }) => type)).toEqual(['Repetition', 'Repetition']);
    expect(losses).toMatchObject([{ path: 'steps[0]', effect: 'unrolled' }]);
    expect(readCourse({ structure: [{ type: 'Repetition', length: { value: 2 } }] }).losses).toMatchObject([
      { field: 'repeat', effect: 'dropped' },
    ]);
  });

  it('cadence stands beside a power target in its own field', () => {
    const { course } = compileCourse(of([{ for: '10min', at: 'Z2', cadence: '85-95' }]));
    expect(course.structure[0]).toMatchObject({
      intensityTarget: { unit: 'Power', value: 2 },
      cadenceTarget: { unit: 'Cadence', minValue: 85, maxValue: 95 },
    });
  });

  it('sends sportBigType for a run, and says that a swim has no course', () => {
    expect(compileCourse(of([{ for: '10min' }], 'run')).course).toMatchObject({ workoutType: 'run', sportBigType: 2 });
    expect(compileCourse(of([{ for: '10min' }], 'swim')).losses).toMatchObject([
      { field: 'workout', effect: 'approximated' },
    ]);
  });

  it('cuts a note to 30 characters and says so', () => {
    const { course, losses } = compileCourse(of([{ for: '10min', note: 'stay seated and hold the drops all along' }]));
    expect(course.structure[0]).toMatchObject({ note: 'stay seated and hold the drops' });
    expect(losses).toMatchObject([{ field: 'note', effect: 'changed' }]);
  });

  it('writes a ramp as level steps and drops a percentage whose threshold is unknown, both said', () => {
    const { course, losses } = compileCourse(
      of([
        { for: '3min', at: 'ramp 50-70%' },
        { for: '5min', at: '90% LTHR' },
      ]),
    );
    expect(course.structure).toHaveLength(4);
    expect(losses.map(({ effect }) => effect)).toEqual(['approximated', 'dropped']);
    expect(course.structure[3]).not.toHaveProperty('intensityTarget');
  });

  it('estimates the time as the other clients do: 90 s, 5000 m, 50 kcal, open, 2 × 100 m are 1145 s', () => {
    const { course } = compileCourse(
      of([
        { for: '90s' },
        { for: '5km' },
        { for: '50kcal' },
        { for: 'lap' },
        { repeat: 2, steps: [{ for: '100mtr' }] },
      ]),
    );
    expect(course.totalTime).toBe(1145);
  });

  it('goes by the pace on foot, and by 6:00/km without one', () => {
    expect(compileCourse(of([{ for: '1km', at: '5:00/km' }], 'run')).course.totalTime).toBe(300);
    expect(compileCourse(of([{ for: '1km' }], 'run')).course.totalTime).toBe(360);
  });

  it('reads the misspelt PercentOfFtp, a boolean openDuration, a truncated count and unknown targets', () => {
    const target = (unit: string) => ({ unit, minValue: 80, maxValue: 90 });
    const { workout, losses } = readCourse({
      title: 'x',
      structure: [
        { type: 'Step', openDuration: true, intensityTarget: target('PercentOfFtp') },
        {
          type: 'Repetition',
          length: { value: 2.7 },
          steps: [{ type: 'Step', length: { unit: 'Second', value: 30 }, intensityTarget: target('Magic') }],
        },
        { type: 'Step', length: { unit: 'Second' } },
      ],
    });
    expect(workout.steps).toEqual([
      { length: { by: 'lap' }, target: { unit: '%ftp', from: 80, to: 90 } },
      { times: 2, steps: [{ length: { by: 'time', seconds: 30 } }] },
    ]);
    expect(losses.map(({ path, field }) => `${path} ${field}`)).toEqual([
      'steps[1].steps[0] target',
      'steps[2] length',
    ]);
  });

  it('refuses what is no course', () => {
    expect(() => readCourse([])).toThrow('not an iGPSport course');
  });
});

describe('round trip', () => {
  it('gives back every workout that a course can hold', () => {
    const expressible = workouts({
      sports: ['bike', 'run'],
      units: ['%ftp', 'w', 'bpm', 's/km'],
      lengths: ['time', 'distance', 'energy', 'lap'],
      lapPlan: 'never',
      kinds: ['warmup', 'active', 'rest', 'cooldown'],
      kindRequired: true,
      ramps: false,
      free: true,
      cadence: true,
      names: true,
    });
    const zones = workouts({
      units: ['power_zone', 'hr_zone'],
      kinds: ['active'],
      kindRequired: true,
      ranges: false,
      ramps: false,
    });
    fc.assert(
      fc.property(fc.oneof(expressible, zones), (workout) => {
        const { course, losses } = compileCourse(workout);
        expect(losses).toEqual([]);
        expect(readCourse(JSON.parse(JSON.stringify(course)))).toEqual({ workout, losses: [] });
      }),
      { numRuns: 300 },
    );
  });
});
