import { describe, expect, it } from 'vitest';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import type { Sport } from '../workout.ts';
import { compareWithDoc } from './compare.ts';
import { compileToText } from './compile.ts';
import type { WorkoutDoc } from './doc.ts';
import { fromWorkoutDoc } from './from-doc.ts';
import { parseWorkoutText } from './parse.ts';
import { intervalsSettings } from './settings.ts';

const of = (steps: StepInput[], sport: Sport = 'bike', description?: string) =>
  readWorkout({ sport, steps, ...(description === undefined ? {} : { description }) });
const text = (steps: StepInput[], settings = {}, sport: Sport = 'bike') =>
  compileToText(of(steps, sport), settings).text;
const losses = (steps: StepInput[], settings = {}, sport: Sport = 'bike') =>
  compileToText(of(steps, sport), settings).losses.map(({ path, field, effect }) => `${path} ${field} ${effect}`);

describe('text as the platform reads it without surprises', () => {
  it('puts blank lines around repeats and sections', () => {
    const steps: StepInput[] = [
      { for: '10min', at: 'ramp 50-75%', kind: 'warmup' },
      {
        repeat: 4,
        name: 'Main set',
        steps: [
          { for: '5min', at: '250-260W', cadence: '90-95', name: 'Hard' },
          { for: '3min', at: '50%', kind: 'rest' },
        ],
      },
      { for: '5min', at: 'Z1', kind: 'cooldown' },
    ];
    expect(text(steps)).toBe(
      'Warmup\n- 10m ramp 50-75%\n\nMain set 4x\n- Hard 5m 250-260w 90-95rpm\n- 3m 50% intensity=rest\n\nCooldown\n- 5m Z1\n',
    );
    expect(losses(steps)).toEqual([]);
  });

  it('writes metres as mtr, minutes as m, and always the word Pace', () => {
    expect(
      text(
        [
          { for: '400mtr', at: '5:00-4:45/km' },
          { for: '1.5km', at: '95% pace' },
          { for: '1mi', at: 'Z2 pace' },
          { for: '100yd', at: 'Z2 HR' },
        ],
        {},
        'run',
      ),
    ).toBe('- 400mtr 5:00-4:45/km Pace\n- 1.5km 95% Pace\n- 1mi Z2 Pace\n- 100yrd Z2 HR\n');
  });

  it('says Power after a zone off the bike, where a bare zone is ambiguous', () => {
    expect(text([{ for: '10min', at: 'Z2-Z3 power' }], {}, 'run')).toBe('- 10m Z2-Z3 Power\n');
    expect(text([{ for: '10min', at: 'Z2-Z3 power' }])).toBe('- 10m Z2-Z3\n');
  });

  it('keeps prose prose', () => {
    const { text: written, losses: lost } = compileToText(
      of([{ for: '10min' }], 'bike', '- not a step 10m\nsets of 4x\nWarmup\nCategory: x\nfine'),
    );
    expect(parseWorkoutText(written).doc.steps).toEqual([{ duration: 600 }]);
    expect(written).toBe('• not a step 10m\nsets of 4x.\nWarmup.\n• Category: x\nfine\n\n- 10m\n');
    expect(lost).toMatchObject([{ field: 'description', effect: 'changed' }]);
  });
});

describe('what the text cannot hold is written another way and said', () => {
  it('bpm become percent of LTHR, else of the maximum, else a cue', () => {
    const steps: StepInput[] = [{ for: '10min', at: '150-160bpm' }];
    expect(text(steps, { lthr: 170, maxHr: 190 })).toBe('- 10m 88-94% LTHR\n');
    expect(text(steps, { maxHr: 190 })).toBe('- 10m 79-84% HR\n');
    expect(text(steps)).toBe('- HR 150-160 10m\n');
    expect(losses(steps, { lthr: 170 })).toEqual(['steps[0] target approximated']);
    expect(losses(steps)).toEqual(['steps[0] target dropped']);
  });

  it('RPE is a cue', () => {
    expect(text([{ for: '10min', at: 'RPE 7', name: 'Steady' }])).toBe('- Steady RPE 7 10m\n');
    expect(losses([{ for: '10min', at: 'RPE 7' }])).toEqual(['steps[0] target approximated']);
  });

  it('decimals of a target are rounded, and said', () => {
    expect(text([{ for: '10min', at: '87.5% FTP' }])).toBe('- 10m 88%\n');
    expect(losses([{ for: '10min', at: '87.5% FTP' }])).toEqual(['steps[0] target approximated']);
  });

  it('energy is time at its power with the lap button', () => {
    expect(text([{ for: '60kcal', at: '200W' }])).toBe('- until 60 kcal 5m 200w press lap\n');
    expect(text([{ for: '60kcal', at: 'Z2' }])).toBe('- until 60 kcal 10m Z2 press lap\n');
    expect(losses([{ for: '60kcal' }])).toEqual(['steps[0] length approximated']);
    expect(losses([{ for: '60kcal', at: '200W' }])).toEqual(['steps[0] length approximated']);
  });

  it('a heart rate to wait for, and a lap step without a plan, are planned as 10 minutes', () => {
    expect(
      text([
        { for: 'HR<120', at: '50%' },
        { for: 'lap', at: '50%' },
        { for: 'lap 5min', at: '50%' },
      ]),
    ).toBe('- until HR below 120 10m 50% press lap\n- 10m 50% press lap\n- 5m 50% press lap\n');
    expect(losses([{ for: 'HR<120' }, { for: 'lap' }, { for: 'lap 5min' }])).toEqual([
      'steps[0] length approximated',
      'steps[1] length approximated',
    ]);
  });

  it('odd distances are whole metres, and said', () => {
    const workout = {
      sport: 'run' as const,
      steps: [
        { length: { by: 'distance' as const, metres: 1234.567 } },
        { length: { by: 'distance' as const, metres: 402.336 } },
      ],
    };
    expect(compileToText(workout)).toMatchObject({
      text: '- 1235mtr\n- 0.25mi\n',
      losses: [{ path: 'steps[0]', field: 'length', effect: 'approximated' }],
    });
  });

  it('an outer repeat is written out', () => {
    const steps: StepInput[] = [
      {
        repeat: 2,
        steps: [
          { repeat: 8, steps: [{ for: '30s', at: '120%' }] },
          { for: '5min', at: '50%' },
        ],
      },
    ];
    expect(text(steps)).toBe('8x\n- 30s 120%\n\n- 5m 50%\n\n8x\n- 30s 120%\n\n- 5m 50%\n');
    expect(losses(steps)).toEqual(['steps[0] repeat unrolled']);
  });

  it('amounts leave a label, and a note joins it', () => {
    expect(text([{ for: '5min', at: '90%', name: '5km tempo 4x', note: 'hold 20min power' }])).toBe(
      '- tempo 4x: hold power 5m 90%\n',
    );
    expect(losses([{ for: '5min', at: '90%', name: '5km tempo' }])).toEqual(['steps[0] name changed']);
  });
});

describe('reading a stored document', () => {
  it('tolerates nulls and missing lists', () => {
    const doc = JSON.parse(
      '{"steps":[{"duration":90,"pace":null,"power":null,"text":null,"intensity":"recovery","distance":null}],"description":null}',
    ) as WorkoutDoc;
    expect(fromWorkoutDoc(doc, { sport: 'run' })).toEqual({
      workout: { sport: 'run', steps: [{ length: { by: 'time', seconds: 90 }, kind: 'recovery' }] },
      losses: [],
    });
    expect(fromWorkoutDoc({} as WorkoutDoc, { sport: 'run' }).workout.steps).toEqual([]);
  });

  it('reports second targets, shares of best efforts, averaging and estimates', () => {
    const { doc } = parseWorkoutText(
      '- 5m 90% 80% LTHR\n- 5m 60% MMP 5m\n- 5m 90% power=3s\n- 5m freeride 60-70%\n- 5m CZ2',
      {},
    );
    expect(fromWorkoutDoc(doc, { sport: 'bike' }).losses.map(({ path, effect }) => `${path} ${effect}`)).toEqual([
      'steps[0] dropped',
      'steps[1] dropped',
      'steps[2] changed',
      'steps[3] dropped',
      'steps[4] dropped',
    ]);
  });
});

describe('comparison after a write', () => {
  const workout = of([
    { for: '10min', at: 'Z2' },
    {
      repeat: 4,
      steps: [
        { for: '5min', at: '100%' },
        { for: '3min', at: '50%' },
      ],
    },
    { for: '5min', at: '50%' },
  ]);
  const compared = (stored: string) =>
    compareWithDoc(workout, parseWorkoutText(stored, {}).doc).map(({ path, field, sent, stored: kept }) => [
      path,
      field,
      sent,
      kept,
    ]);

  it('is silent when the platform understood', () => {
    expect(compared('- 10m Z2\n\n4x\n- 5m 100%\n- 3m 50%\n\n- 5m 50%')).toEqual([]);
  });

  it('shows a collapsed repeat', () => {
    expect(compared('- 10m Z2\n4x\n- 5m 100%\n- 3m 50%\n\n- 5m 50%')).toEqual([
      ['steps[1]', 'repeat', '4x of 2 steps', '5min 100% FTP'],
      ['steps[2]', 'step', 'nothing', '3min 50% FTP'],
    ]);
  });

  it('shows a changed count, target and length, and a lost step', () => {
    expect(compared('- 10m Z3\n\n5x\n- 5m 100%\n- 4m 50%')).toEqual([
      ['steps[0]', 'target', 'Z2 power', 'Z3 power'],
      ['steps[1]', 'repeat', '4x', '5x'],
      ['steps[1].steps[1]', 'length', '3min', '4min'],
      ['steps[2]', 'step', '5min 50% FTP', 'nothing'],
    ]);
  });

  it('a lost step does not make the later ones look changed', () => {
    const ladder = of(['50%', '60%', '70%', '80%', '90%'].map((at) => ({ for: '5min', at })));
    const { doc } = parseWorkoutText('- 5m 50%\n- 5m 70%\n- 5m 75%\n- 5m 90%\n- 1m 40%', {});
    expect(compareWithDoc(ladder, doc).map(({ path, sent, stored }) => [path, sent, stored])).toEqual([
      ['steps[1]', '5min 60% FTP', 'nothing'],
      ['steps[3]', '80% FTP', '75% FTP'],
      ['steps[4]', 'nothing', '1min 40% FTP'],
    ]);
  });

  it('does not repeat known losses of the text form', () => {
    const withRpe = of([
      { for: '10min', at: 'RPE 6' },
      { for: 'lap', at: '140bpm' },
    ]);
    const { doc } = parseWorkoutText(compileToText(withRpe, { lthr: 170 }).text, { lthr: 170 });
    expect(compareWithDoc(withRpe, doc, { lthr: 170 })).toEqual([]);
  });
});

describe('settings from the API', () => {
  it('takes nulls, the indoor FTP and the order of targets', () => {
    const wire = {
      ftp: 250,
      indoor_ftp: 240,
      lthr: null,
      threshold_pace: 3.3333333,
      pace_units: 'MINS_KM',
      workout_order: 'HR_POWER_PACE',
      pace_load_type: 'RUN',
      sweet_spot_min: 84,
      sweet_spot_max: 97,
    };
    expect(intervalsSettings(wire)).toMatchObject({
      ftp: 250,
      lthr: undefined,
      thresholdSpeed: 3.3333333,
      paceUnits: 'MINS_KM',
      workoutOrder: ['HR', 'POWER', 'PACE'],
      paceLoad: 'RUN',
      sweetSpot: [84, 97],
    });
    expect(intervalsSettings(wire, { indoor: true }).ftp).toBe(240);
    expect(intervalsSettings({ ftp: 250, indoor_ftp: null }, { indoor: true }).ftp).toBe(250);
  });
});
