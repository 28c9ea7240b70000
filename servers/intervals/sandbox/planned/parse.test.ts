import { DEMO_PROFILE } from '@core/sandbox/athlete';
import { describe, expect, it } from 'vitest';
import { startingGroups } from '../settings.ts';
import { understand } from './doc.ts';
import { measurePlan, powerBand } from './load.ts';
import { parseText } from './parse.ts';

const read = (text: string) => parseText(text, 'MINS_KM');
const one = (line: string) => read(line)[0];

/** Pairs captured from the live service (reference, 5.8). */
const CAPTURED: [string, unknown][] = [
  [
    '- Easy spin 45m 177w 90rpm',
    { text: 'Easy spin', power: { units: 'w', value: 177 }, cadence: { units: 'rpm', value: 90 }, duration: 2700 },
  ],
  ['- 10m Z3-Z4', { duration: 600, power: { start: 3, end: 4, units: 'power_zone' } }],
  ['- 10m ramp 45-60% LTHR', { duration: 600, ramp: true, hr: { start: 45, end: 60, units: '%lthr' } }],
  ['- 10m20s Z2-Z3 HR', { duration: 620, hr: { start: 2, end: 3, units: 'hr_zone' } }],
  ['- 0.1km 1:45/100m Pace', { distance: 100, pace: { units: 'secs/100m', value: 105 } }],
  ['- 20m 54-66% power=1s', { power: { start: 54, end: 66, units: '%ftp', target: '1s' }, duration: 1200 }],
  [
    '- Cooldown 10m Z1 power=1s Press lap',
    { text: 'Cooldown', power: { units: 'power_zone', value: 1, target: '1s' }, duration: 600, until_lap_press: true },
  ],
  [
    'Warmup\n- 10m ramp 54-80%',
    { ramp: true, power: { start: 54, end: 80, units: '%ftp' }, warmup: true, duration: 600 },
  ],
];

describe('workout text', () => {
  it.each(CAPTURED)('%j is read as it was captured', (text, step) => {
    expect(read(text)).toEqual([step]);
  });

  it('a headed block keeps its words and the total of its repeats', () => {
    expect(read('Main Set 4x\n- Interval 2m30s 348w-375w\n- Recovery 5m 160w')).toEqual([
      {
        reps: 4,
        text: 'Main Set 4x',
        distance: 0,
        duration: 1800,
        steps: [
          { text: 'Interval', duration: 150, power: { units: 'w', start: 348, end: 375 } },
          { text: 'Recovery', duration: 300, power: { units: 'w', value: 160 } },
        ],
      },
    ]);
  });

  it.each(['- Cool Down 0s', '- ~5m 60%', 'Ride easy for an hour', '- no amount here'])('%j gives no step', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('a bare m is minutes, mtr is metres', () => {
    expect(one('- 400m 70%')?.duration).toBe(24_000);
    expect(one('- 400mtr 70% Pace')).toEqual({ distance: 400, pace: { units: '%pace', value: 70 } });
  });

  it.each([
    ['1h', 3600],
    ['1h2m30s', 3750],
    ['1m30', 90],
    ["5'", 300],
    ['30"', 30],
    ['1\'30"', 90],
  ])('%s is %i seconds', (amount, seconds) => {
    expect(one(`- ${amount} 60%`)?.duration).toBe(seconds);
  });

  it('a number in a label is text, a zone before the amount wipes the label', () => {
    expect(one('- Build 1 30s 120%')).toMatchObject({ text: 'Build 1', duration: 30 });
    expect(one('- Z2 Steady 1h45m')).toEqual({ duration: 6300, power: { units: 'power_zone', value: 2 } });
    expect(one('- Ramp to failure 1m 140w')).toEqual({
      text: 'Ramp to failure',
      duration: 60,
      power: { units: 'w', value: 140 },
    });
  });

  it('a later token of the same kind wins', () => {
    expect(one('- Z6 1m 113-138%')).toEqual({ duration: 60, power: { units: '%ftp', start: 113, end: 138 } });
  });

  it('a blank line ends a block, and prose does too', () => {
    const steps = read('3x\n- 1m 120%\n- 1m 50%\n\n- 5m 50%');
    expect(steps).toHaveLength(2);
    expect(steps[0]).toMatchObject({ reps: 3, text: '3x', duration: 360 });
  });

  it('absolute heart rate and RPE are not targets', () => {
    expect(one('- 10m 150bpm')).toEqual({ duration: 600 });
    expect(one('- 10m RPE 7')).toEqual({ duration: 600 });
  });

  it('angle brackets and ampersands come back escaped', () => {
    expect(one('- Hard & fast 1m 120%')?.text).toBe('Hard &amp; fast');
  });
});

describe('planned load', () => {
  const [ride, run, swim] = startingGroups(DEMO_PROFILE, 286, 1);
  const measure = (text: string, group = ride!, type = 'Ride') => measurePlan(read(text), group, type, DEMO_PROFILE);

  it('zone middles at FTP 286 are those that were measured', () => {
    const middles = [1, 2, 3, 4, 5, 6, 7].map((value) => powerBand({ units: 'power_zone', value }, ride!)?.middle);
    expect(middles).toEqual([141, 186, 236, 279, 322, 387, 1644]);
  });

  it('an hour at FTP is 100, ramps are linear, ranges hold their middle', () => {
    expect(measure('- 1h 286w')).toMatchObject({ load: 100, averageWatts: 286, normalizedPower: 286, intensity: 100 });
    expect(measure('- 1h 100-200w').averageWatts).toBe(150);
    const { stream } = measure('- 1m ramp 100-200w');
    expect([stream[0], stream[59]]).toEqual([100, 200]);
  });

  it('a ramp is put into zones second by second, and a step at the top of a zone belongs to it', () => {
    const zones = (text: string, ftp: number) => {
      const groups = startingGroups(DEMO_PROFILE, ftp, 1);
      const times = understand(text, 'Ride', groups, DEMO_PROFILE)?.doc.zoneTimes as { id: string; secs: number }[];
      return times.slice(0, 2).map((zone) => zone.secs);
    };
    expect(zones('- 10m ramp 10-60%', 240)).toEqual([540, 60]);
    expect(zones('- 5m 55%', 250)).toEqual([300, 0]);
  });

  it('running load goes with the square of speed, swimming with the cube', () => {
    expect(measure('- 1h 80% Pace', run, 'Run').load).toBe(64);
    expect(measure('- 1h 80% Pace', swim, 'Swim').load).toBe(51);
  });

  it('a bare zone on a run is a power zone and gives no load', () => {
    expect(measure('- 1h Z2', run, 'Run')).toMatchObject({ target: null, load: null, duration: 3600 });
  });
});
