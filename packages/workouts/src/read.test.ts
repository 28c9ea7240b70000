import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkout, type WorkoutError } from './read.ts';
import type { StepInput } from './schema.ts';
import { SPORTS, type Sport, type Step } from './workout.ts';

const step = (input: StepInput, sport: Sport = 'bike'): Step => readWorkout({ sport, steps: [input] }).steps[0] as Step;

function problems(steps: StepInput[], sport: Sport = 'bike') {
  try {
    readWorkout({ sport, steps });
    return [];
  } catch (error) {
    return (error as WorkoutError).problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe('lengths', () => {
  it.each<[string, Step['length']]>([
    ['30s', { by: 'time', seconds: 30 }],
    ['10min', { by: 'time', seconds: 600 }],
    ['10 min', { by: 'time', seconds: 600 }],
    ['2m30s', { by: 'time', seconds: 150 }],
    ['2min30', { by: 'time', seconds: 150 }],
    ['1h', { by: 'time', seconds: 3600 }],
    ['1h30', { by: 'time', seconds: 5400 }],
    ['1h30min', { by: 'time', seconds: 5400 }],
    ['1h2m3s', { by: 'time', seconds: 3723 }],
    ['1:30', { by: 'time', seconds: 90 }],
    ['1:30:00', { by: 'time', seconds: 5400 }],
    ['5km', { by: 'distance', metres: 5000 }],
    ['400mtr', { by: 'distance', metres: 400 }],
    ['1mi', { by: 'distance', metres: 1609.344 }],
    ['100yd', { by: 'distance', metres: 91.44 }],
    ['50kcal', { by: 'energy', kilocalories: 50 }],
    ['lap', { by: 'lap' }],
    ['lap 10min', { by: 'lap', plan: { by: 'time', seconds: 600 } }],
    ['HR>150', { by: 'hr', when: 'above', bpm: 150 }],
    ['hr < 120 bpm', { by: 'hr', when: 'below', bpm: 120 }],
  ])('%s', (text, length) => {
    expect(step({ for: text }).length).toEqual(length);
  });
});

describe('targets', () => {
  it.each<[string, Sport, Step['target']]>([
    ['88-94% FTP', 'bike', { unit: '%ftp', from: 88, to: 94 }],
    ['90%', 'bike', { unit: '%ftp', from: 90, to: 90 }],
    ['ramp 50-75%', 'bike', { unit: '%ftp', from: 50, to: 75, ramp: true }],
    ['ramp 75%-50% FTP', 'bike', { unit: '%ftp', from: 75, to: 50, ramp: true }],
    ['250W', 'bike', { unit: 'w', from: 250, to: 250 }],
    ['200w-240w', 'bike', { unit: 'w', from: 200, to: 240 }],
    ['Z2', 'bike', { unit: 'power_zone', from: 2, to: 2 }],
    ['Z3-Z4 power', 'run', { unit: 'power_zone', from: 3, to: 4 }],
    ['Z2 HR', 'run', { unit: 'hr_zone', from: 2, to: 2 }],
    ['z4 pace', 'swim', { unit: 'pace_zone', from: 4, to: 4 }],
    ['95% LTHR', 'run', { unit: '%lthr', from: 95, to: 95 }],
    ['80-85% HRmax', 'run', { unit: '%hrmax', from: 80, to: 85 }],
    ['140-150bpm', 'run', { unit: 'bpm', from: 140, to: 150 }],
    ['100% pace', 'run', { unit: '%pace', from: 100, to: 100 }],
    ['5:00/km', 'run', { unit: 's/km', from: 300, to: 300 }],
    ['5:00 min/km', 'run', { unit: 's/km', from: 300, to: 300 }],
    ['5:00-5:10/km', 'run', { unit: 's/km', from: 310, to: 300 }],
    ['1:45/100m', 'swim', { unit: 's/100m', from: 105, to: 105 }],
    ['RPE 7', 'run', { unit: 'rpe', from: 7, to: 7 }],
    ['RPE 6-7', 'run', { unit: 'rpe', from: 6, to: 7 }],
    ['free', 'bike', { unit: 'free' }],
    ['max', 'bike', { unit: 'max' }],
  ])('%s for %s', (at, sport, target) => {
    expect(step({ for: '10min', at }, sport).target).toEqual(target);
  });
});

describe('mistakes are refused with the step named and the corrected step shown', () => {
  it.each<[string, StepInput, Sport, string]>([
    [
      'a bare m',
      { for: '400m', at: '100% pace' },
      'run',
      'steps[0].for: "400m" may mean minutes or metres: write 400min or 400mtr. Write {"for":"400mtr","at":"100% pace"}',
    ],
    ['words', { for: '10 minutes' }, 'bike', 'steps[0].for: "10 minutes" is not a length. Write {"for":"10min"}'],
    ['work in kJ', { for: '200kJ' }, 'bike', 'steps[0].for: energy is written in kcal. Write {"for":"200kcal"}'],
    ['no length', { at: '90%' }, 'bike', 'steps[0].for: is missing. Write {"for":"10min","at":"90%"}'],
    [
      'a fraction for a percentage',
      { for: '10min', at: '0.95%' },
      'bike',
      'steps[0].at: 0.95 is a fraction: percent are whole numbers such as 95%. Write {"for":"10min","at":"95% FTP"}',
    ],
    [
      'a bare zone on a run',
      { for: '10min', at: 'Z2' },
      'run',
      'steps[0].at: "Z2" does not say which zones: write Z2 power, Z2 HR or Z2 pace. Write {"for":"10min","at":"Z2 pace"}',
    ],
    [
      'a bare percentage on a run',
      { for: '10min', at: '90%' },
      'run',
      'steps[0].at: "90%" does not say percent of what: add FTP, LTHR, HRmax or pace. Write {"for":"10min","at":"90% pace"}',
    ],
    [
      'a reversed band',
      { for: '10min', at: '94-88%' },
      'bike',
      'steps[0].at: "94-88%" runs from high to low: write the low end first, or "ramp" before it. Write {"for":"10min","at":"88-94% FTP"}',
    ],
    [
      'a ramp of one value',
      { for: '10min', at: 'ramp 75%' },
      'bike',
      'steps[0].at: a ramp needs a start and an end. Write {"for":"10min","at":"ramp 88-94% FTP"}',
    ],
    [
      'an impossible number',
      { for: '10min', at: '9000W' },
      'bike',
      'steps[0].at: 9000 is outside 0 to 2500 for this target. Write {"for":"10min","at":"200-240W"}',
    ],
    [
      'prose',
      { for: '10min', at: 'threshold' },
      'bike',
      'steps[0].at: "threshold" is not a target. Write {"for":"10min","at":"Z4 power"}',
    ],
    [
      'a cadence of words',
      { for: '10min', cadence: 'fast' },
      'bike',
      'steps[0].cadence: "fast" is not a cadence. Write {"for":"10min","cadence":"85-95"}',
    ],
    [
      'a formula',
      { for: '10min', name: "=cmd|' /C calc'!A0" },
      'bike',
      'steps[0].name: starts like a formula (= + - @). Write {"for":"10min","name":"cmd|\' /C calc\'!A0"}',
    ],
    [
      'control characters',
      { for: '10min', name: 'a\u0000b\u202Ec' },
      'bike',
      'steps[0].name: has control or invisible characters. Write {"for":"10min","name":"abc"}',
    ],
  ])('%s', (_, input, sport, message) => {
    expect(problems([input], sport)).toEqual([message]);
  });

  it('takes texts up to their limit and no longer', () => {
    const texts = (name: number, note: number) =>
      problems([{ for: '1min', name: 'n'.repeat(name), note: 'n'.repeat(note) }]);
    expect(texts(80, 300)).toEqual([]);
    expect(texts(81, 301).map((message) => message.slice(0, 46))).toEqual([
      'steps[0].name: is longer than 80 characters. W',
      'steps[0].note: is longer than 300 characters. ',
    ]);
  });

  it('names a step inside repeats', () => {
    const steps: StepInput[] = [
      { for: '10min' },
      { repeat: 2, steps: [{ repeat: 3, steps: [{ for: '1min' }, { for: 'x' }] }] },
    ];
    expect(problems(steps)).toEqual(['steps[1].steps[0].steps[1].for: "x" is not a length. Write {"for":"10min"}']);
  });

  it('says what does not belong on a repeat, and what a repeat lacks', () => {
    expect(problems([{ repeat: 3, for: '1min', steps: [{ for: '1min' }] }])[0]).toMatch(
      /^steps\[0\]\.for: does not belong on a repeat/,
    );
    expect(problems([{ repeat: 3 }])[0]).toMatch(/^steps\[0\]\.steps: has no steps to repeat/);
    expect(problems([{ steps: [{ for: '1min' }] }])[0]).toMatch(/^steps\[0\]\.repeat: is missing/);
  });

  it.each<[string, Sport, string]>([
    ['5:10 pace', 'run', '5:10/km'],
    ['1:40', 'swim', '1:40/100m'],
    ['zone 3', 'bike', 'Z3 power'],
    ['easy', 'run', 'Z2 pace'],
    ['easy heart rate', 'run', 'Z2 HR'],
    ['effort 7/10', 'run', 'RPE 7'],
    ['all-out', 'bike', 'max'],
    ['vo2max', 'bike', 'Z5 power'],
    ['hr around 145', 'run', '145bpm'],
    ['whatever', 'bike', 'free'],
  ])('for "%s" on a %s it offers %s', (at, sport, instead) => {
    expect(problems([{ for: '1min', at }], sport)[0]).toContain(`"at":"${instead}"`);
    expect(problems([{ for: '1min', at: instead }], sport)).toEqual([]);
  });

  it('every corrected step is a step that reads, whatever was written', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '5',
          '400',
          '9999',
          'm',
          'min',
          'hours',
          'km',
          ' ',
          '-',
          '%',
          'W',
          'Z',
          'HR',
          'ramp',
          ':',
          '/',
          'RPE',
          'easy',
          '=',
          '0.9',
          'beats',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 5 },
    );
    const key = fc.constantFrom('for', 'at', 'cadence', 'name', 'note');
    fc.assert(
      fc.property(key, pieces, fc.constantFrom(...SPORTS), (one, parts, sport) => {
        const [message] = problems([{ for: '10min', [one]: parts.join('') }], sport);
        if (message === undefined) return;
        expect(message.length).toBeLessThan(600);
        const corrected = JSON.parse(message.slice(message.lastIndexOf('Write {') + 6)) as StepInput;
        expect(problems([corrected], sport)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
