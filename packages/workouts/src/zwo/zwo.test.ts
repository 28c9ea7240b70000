import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workouts } from '../../test/arbitrary.ts';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import { KINDS, SPORTS, TARGET_UNITS, type Workout } from '../workout.ts';
import { compileZwo } from './compile.ts';
import { readZwo } from './read.ts';
import { readXml, type XmlElement } from './xml.ts';

const of = (steps: StepInput[]) => readWorkout({ sport: 'bike', steps });
const compile = (steps: StepInput[], thresholds = {}) => compileZwo(of(steps), thresholds);
const body = (xml: string) => readXml(xml).children.at(-1)?.children ?? [];

/** Elements and attributes seen in the workouts that Zwift ships (h4l/zwift-workout-file-reference). */
const KNOWN: Record<string, readonly string[]> = {
  workout_file: [],
  author: [],
  name: [],
  description: [],
  sportType: [],
  workout: [],
  SteadyState: ['Duration', 'Power', 'Cadence', 'CadenceLow', 'CadenceHigh'],
  Warmup: ['Duration', 'PowerLow', 'PowerHigh', 'Cadence', 'CadenceLow', 'CadenceHigh'],
  Cooldown: ['Duration', 'PowerLow', 'PowerHigh', 'Cadence', 'CadenceLow', 'CadenceHigh'],
  Ramp: ['Duration', 'PowerLow', 'PowerHigh', 'Cadence'],
  IntervalsT: ['Repeat', 'OnDuration', 'OffDuration', 'OnPower', 'OffPower', 'Cadence', 'CadenceResting'],
  FreeRide: ['Duration', 'Cadence'],
  MaxEffort: ['Duration'],
  textevent: ['timeoffset', 'message'],
};

function unknownParts(element: XmlElement): string[] {
  const allowed = KNOWN[element.name];
  const own =
    allowed === undefined ? [element.name] : Object.keys(element.attributes).filter((name) => !allowed.includes(name));
  return [...own, ...element.children.flatMap(unknownParts)];
}

describe('what is written', () => {
  it('two steady steps that repeat are one IntervalsT', () => {
    const { xml, losses } = compile([
      {
        repeat: 5,
        steps: [
          { for: '3min', at: '120%', cadence: '95' },
          { for: '2min', at: '50%', cadence: '85' },
        ],
      },
    ]);
    expect(body(xml)).toMatchObject([
      {
        name: 'IntervalsT',
        attributes: {
          Repeat: '5',
          OnDuration: '180',
          OffDuration: '120',
          OnPower: '1.2',
          OffPower: '0.5',
          Cadence: '95',
          CadenceResting: '85',
        },
      },
    ]);
    expect(losses).toEqual([]);
  });

  it('PowerLow is the start and PowerHigh the end, also downwards', () => {
    const { xml } = compile([{ for: '10min', at: 'ramp 75-40%', kind: 'cooldown' }]);
    expect(body(xml)).toMatchObject([{ name: 'Cooldown', attributes: { PowerLow: '0.75', PowerHigh: '0.4' } }]);
  });

  it('a band is its middle, a heart rate step is free ride: both said', () => {
    const { xml, losses } = compile([
      { for: '10min', at: '88-94%' },
      { for: '10min', at: 'Z2 HR' },
    ]);
    expect(body(xml)).toMatchObject([{ name: 'SteadyState', attributes: { Power: '0.91' } }, { name: 'FreeRide' }]);
    expect(losses.map(({ path, effect }) => [path, effect])).toEqual([
      ['steps[0]', 'approximated'],
      ['steps[1]', 'dropped'],
      ['steps[1]', 'approximated'],
    ]);
  });

  it('other repeats are written out and said once', () => {
    const { xml, losses } = compile([
      {
        repeat: 3,
        steps: [
          { for: '1min', at: '120%', name: 'Hard', kind: 'interval' },
          { for: '1min', at: '50%' },
        ],
      },
    ]);
    expect(body(xml)).toHaveLength(6);
    expect(losses.map(({ field, effect }) => [field, effect])).toEqual([
      ['repeat', 'unrolled'],
      ['kind', 'dropped'],
    ]);
  });

  it('text is escaped', () => {
    const workout: Workout = {
      sport: 'bike',
      name: 'a <b> & "c"',
      steps: [{ length: { by: 'time', seconds: 60 }, target: { unit: 'free' }, name: `<&>"'` }],
    };
    expect(readZwo(compileZwo(workout).xml).workout).toEqual(workout);
  });

  it('only elements and attributes that Zwift uses, whatever the workout', () => {
    const anything = workouts({
      sports: SPORTS,
      units: TARGET_UNITS,
      lengths: ['time', 'distance', 'energy', 'lap', 'hr'],
      kinds: KINDS,
      free: true,
      max: true,
      cadence: true,
      names: true,
      notes: true,
      nested: true,
      repeatNames: true,
    });
    fc.assert(
      fc.property(anything, (workout) => {
        expect(unknownParts(readXml(compileZwo(workout, { ftp: 250 }, { author: 'Coach' }).xml))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('round trip', () => {
  it('gives back every workout that ZWO can hold', () => {
    const can = { units: ['%ftp'], lengths: ['time'], ranges: false } as const;
    const single = workouts({ ...can, ramps: false, repeats: false, free: true, names: true, notes: true });
    const pairs = workouts({ ...can, ramps: false }).map((workout): Workout => {
      const steps = workout.steps.map((item, index) => {
        const target = { unit: '%ftp', from: 50 + index, to: 50 + index } as const;
        const step = { length: { by: 'time', seconds: 30 + index }, target } as const;
        return 'times' in item
          ? { times: item.times, steps: [step, { ...step, cadence: { low: 90, high: 90 } }] }
          : step;
      });
      return { ...workout, steps };
    });
    const ramps = workouts({
      ...can,
      repeats: false,
      kinds: ['warmup', 'cooldown'],
      kindRequired: true,
      cadence: true,
      names: true,
    });
    const present = (workout: Workout) => workout.steps.every((item) => 'times' in item || item.target !== undefined);
    const longEnough = (workout: Workout) =>
      workout.steps.every((item) => 'times' in item || (item.length.by === 'time' && item.length.seconds > 1));
    fc.assert(
      fc.property(
        fc.oneof(single, pairs, ramps).filter((workout) => present(workout) && longEnough(workout)),
        (workout) => {
          const { xml, losses } = compileZwo(workout);
          expect(losses).toEqual([]);
          expect(readZwo(xml)).toEqual({ workout, losses: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('reading files of others', () => {
  it('takes any case, texts, comments and unknown elements', () => {
    const { workout, losses } =
      readZwo(`<?xml version="1.0"?><!-- x > y --><workout_file><name>A &amp; B</name><sportType>bike</sportType>
      <tags><tag name="x"/></tags><workout><Freeride duration='60' FlatRoad="1"></Freeride>
      <SteadyState Duration="120" PowerLow="0.5" PowerHigh=".6" pace="0"><textevent timeoffset="0" message="go > now"/></SteadyState>
      <RestDay/></workout></workout_file>`);
    expect(workout).toEqual({
      sport: 'bike',
      name: 'A & B',
      steps: [
        { length: { by: 'time', seconds: 60 }, target: { unit: 'free' } },
        { length: { by: 'time', seconds: 120 }, target: { unit: '%ftp', from: 50, to: 60 }, name: 'go > now' },
      ],
    });
    expect(losses).toMatchObject([{ field: 'workout', effect: 'dropped' }]);
  });

  it('reads numeric and named entities, and leaves unknown ones', () => {
    const { workout } = readZwo(
      '<workout_file><name>&#65;&#x42;&gt;&quot;&apos;&nbsp;</name><workout/></workout_file>',
    );
    expect(workout.name).toBe(`AB>"'&nbsp;`);
  });

  it.each([
    ['', 'the file holds no XML element'],
    ['no xml', 'the file holds no XML element'],
    ['<gpx/>', 'not a ZWO file'],
    ['<workout_file/>', 'not a ZWO file'],
    ['<plan><workout/></plan>', 'not a ZWO file'],
  ])('refuses %j', (source, message) => {
    expect(() => readZwo(source)).toThrow(message);
  });

  it.each([['<!--'], ['<a '], ['<a>'], ['<a b="'], ['</a>'], ['&#'], ['<']])(
    'reads 200,000 times %j in bounded time',
    (piece) => {
      const start = performance.now();
      expect(() => readZwo(piece.repeat(200_000))).toThrow(TypeError);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
