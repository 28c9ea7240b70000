import { describe, expect, it } from 'vitest';
import type { DocStep } from './doc.ts';
import { parseWorkoutText, toWorkoutDoc } from './parse.ts';
import type { IntervalsSettings } from './settings.ts';

const rider: IntervalsSettings = { ftp: 240, lthr: 170 };
const first = (line: string, settings: IntervalsSettings = rider): DocStep | undefined =>
  toWorkoutDoc(line, settings).steps[0];

describe('captured text and what the service stored for it (intervals-api.md 5.8)', () => {
  it.each<[string, DocStep]>([
    [
      '- Easy spin 45m 177w 90rpm',
      { text: 'Easy spin', power: { units: 'w', value: 177 }, cadence: { units: 'rpm', value: 90 }, duration: 2700 },
    ],
    ['- 10m Z3-Z4', { duration: 600, power: { start: 3, end: 4, units: 'power_zone' } }],
    ['- 10m ramp 45-60% LTHR', { duration: 600, ramp: true, hr: { start: 45, end: 60, units: '%lthr' } }],
    ['- 10m20s Z2-Z3 HR', { duration: 620, hr: { start: 2, end: 3, units: 'hr_zone' } }],
    ['- 0.1km 1:45/100m Pace', { distance: 100, duration: 105, pace: { units: 'secs/100m', value: 105 } }],
    ['- 20m 54-66% power=1s', { power: { start: 54, end: 66, units: '%ftp', target: '1s' }, duration: 1200 }],
    [
      '- Cooldown 10m Z1 power=1s Press lap',
      {
        text: 'Cooldown',
        power: { units: 'power_zone', value: 1, target: '1s' },
        duration: 600,
        until_lap_press: true,
      },
    ],
    [
      'Warmup\n- 10m ramp 54-80%',
      { ramp: true, power: { start: 54, end: 80, units: '%ftp' }, warmup: true, duration: 600 },
    ],
    [
      'Main Set 4x\n- Interval 2m30s 348w-375w\n- Recovery 5m 160w',
      {
        reps: 4,
        text: 'Main Set 4x',
        distance: 0,
        duration: 1800,
        steps: [
          { text: 'Interval', power: { start: 348, end: 375, units: 'w' }, duration: 150 },
          { text: 'Recovery', power: { units: 'w', value: 160 }, duration: 300 },
        ],
      },
    ],
  ])('%j', (text, stored) => {
    expect(first(text)).toEqual(stored);
  });

  it('keeps nothing of "- Cool Down 0s"', () => {
    const parsed = parseWorkoutText('- Cool Down 0s', rider);
    expect(parsed.doc.steps).toEqual([]);
    expect(parsed.dropped).toEqual([{ line: 1, text: '- Cool Down 0s', reason: 'no amount' }]);
  });

  it('stores "5x" as the text of a bare repeat', () => {
    expect(first('5x\n- 30s 120%')).toMatchObject({ reps: 5, text: '5x' });
  });

  it('keeps "Press lap" before the amount in the cue and plans 2 km without threshold pace at 6:00/km', () => {
    const step = toWorkoutDoc('Warmup\n- Press lap 2km', {}, 'run').steps[0];
    expect(step).toEqual({ text: 'Press lap', warmup: true, distance: 2000, duration: 720, until_lap_press: true });
  });

  it('plans a distance at the middle of an absolute pace range', () => {
    expect(first('- 0.8km 4:15-3:55/km Pace')).toEqual({
      distance: 800,
      duration: 196,
      pace: { start: 255, end: 235, units: 'secs/km' },
    });
  });
});

describe('amounts (intervals-api.md 5.3)', () => {
  it.each([
    ['1h', 3600],
    ['10m', 600],
    ['30s', 30],
    ['1h30m', 5400],
    ['1h2m30s', 3750],
    ['5m30s', 330],
    ['1m30', 90],
    ['0m10s', 10],
    ["5'", 300],
    ['30"', 30],
    ['1\'30"', 90],
  ])('%s is %i seconds', (amount, seconds) => {
    expect(first(`- ${amount} 50%`)?.duration).toBe(seconds);
  });

  it.each([
    ['500mtr', 500],
    ['400 mtr', 400],
    ['200meters', 200],
    ['2km', 2000],
    ['0.4km', 400],
    ['10 km', 10_000],
    ['1mi', 1609.344],
    ['4.5mi', 7242.048],
    ['2 miles', 3218.688],
    ['100yrd', 91.44],
    ['100yards', 91.44],
    ['100y', 91.44],
  ])('%s is %d metres', (amount, metres) => {
    expect(first(`- ${amount} 50%`)?.distance).toBe(metres);
  });
});

describe('targets (intervals-api.md 5.4)', () => {
  it.each<[string, Partial<DocStep>]>([
    ['75%', { power: { units: '%ftp', value: 75 } }],
    ['95-105%', { power: { units: '%ftp', start: 95, end: 105 } }],
    ['50%-75%', { power: { units: '%ftp', start: 50, end: 75 } }],
    ['60-85% FTP', { power: { units: '%ftp', start: 60, end: 85 } }],
    ['220w', { power: { units: 'w', value: 220 } }],
    ['200-240w', { power: { units: 'w', start: 200, end: 240 } }],
    ['200w-240w', { power: { units: 'w', start: 200, end: 240 } }],
    ['Z2 Power', { power: { units: 'power_zone', value: 2 } }],
    ['CZ2-CZ3', { power: { units: 'custom_zone', start: 2, end: 3 } }],
    ['60% MMP 5m', { power: { units: '%mmp', value: 60, mmp_duration: 300 } }],
    ['70% HR', { hr: { units: '%hr', value: 70 } }],
    ['90-95% LTHR', { hr: { units: '%lthr', start: 90, end: 95 } }],
    ['Z2 HR', { hr: { units: 'hr_zone', value: 2 } }],
    ['78-82% Pace', { pace: { units: '%pace', start: 78, end: 82 } }],
    ['Z2-Z3 Pace', { pace: { units: 'pace_zone', start: 2, end: 3 } }],
    ['7:15-7:00/km Pace', { pace: { units: 'secs/km', start: 435, end: 420 } }],
    ['3:00/100m-4:00/100m Pace', { pace: { units: 'secs/100m', start: 180, end: 240 } }],
    ['8:00/mi Pace', { pace: { units: 'secs/mi', value: 480 } }],
    ['freeride', { freeride: true }],
    ['maxeffort', { maxeffort: true }],
    ['75% /hidepower', { hidepower: true }],
    ['75% intensity=rest', { intensity: 'rest' }],
    ['75% hr=lap', {}],
    ['ramp 60-47%', { ramp: true, power: { units: '%ftp', start: 60, end: 47 } }],
    ['Ramp 60-80% Pace', { ramp: true, pace: { units: '%pace', start: 60, end: 80 } }],
    ['75% 85-95rpm', { cadence: { units: 'rpm', start: 85, end: 95 } }],
  ])('10m %s', (target, stored) => {
    expect(first(`- 10m ${target}`)).toMatchObject({ duration: 600, ...stored });
  });

  it('takes the pace unit of the sport where none is written', () => {
    expect(first('- 100mtr 1:45 Pace', { paceUnits: 'SECS_100M' })?.pace).toEqual({ units: 'secs/100m', value: 105 });
  });

  it('adds the rest after a target to the planned time', () => {
    expect(first('- 1m 90% 20s rest')).toEqual({ duration: 80, power: { units: '%ftp', value: 90 } });
  });
});

describe('the whole document', () => {
  it('carries totals, the leading target and only the thresholds it used', () => {
    const doc = toWorkoutDoc('Spin easy\n\n- 10m Z2\n\nCategory: Endurance\npool length: 25m', {
      ...rider,
      thresholdSpeed: 3,
    });
    expect(doc).toMatchObject({
      description: 'Spin easy',
      duration: 600,
      distance: 0,
      target: 'POWER',
      ftp: 240,
      options: { category: 'Endurance', pool_length: '25m' },
    });
    expect(doc).not.toHaveProperty('lthr');
    expect(doc).not.toHaveProperty('threshold_pace');
  });

  it('lists the seven power zones and sweet spot as captured', () => {
    const zones = toWorkoutDoc('- 10m Z2', rider).zoneTimes ?? [];
    expect(zones.map(({ id }) => id)).toEqual(['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6', 'Z7', 'SS']);
    expect(zones[0]).toEqual({
      id: 'Z1',
      name: 'Active Recovery',
      zone: 1,
      max: 55,
      minWatts: 1,
      maxWatts: 132,
      color: '#009e80',
      percentRange: '0% - 55%',
      secs: 0,
    });
    expect(zones[1]).toMatchObject({ percentRange: '56% - 75%', minWatts: 133, maxWatts: 180, secs: 600 });
    expect(zones[6]).toMatchObject({ max: 999, maxWatts: 9999, percentRange: '151% +' });
    expect(zones[7]).toMatchObject({ name: 'Sweet Spot', zone: 8, gap: true, min: 84, max: 97, color: '#ffa00e' });
  });

  it('sweeps a ramp through the zones: 24 to 144 W over 600 s is 540 s in zone 1 and 60 s in zone 2', () => {
    const zones = toWorkoutDoc('- 10m ramp 10-60%', rider).zoneTimes ?? [];
    expect(zones.slice(0, 2).map(({ secs }) => secs)).toEqual([540, 60]);
  });

  it.each([
    ['83%', 0],
    ['84%', 600],
    ['90%', 600],
    ['97%', 600],
    ['98%', 0],
  ])('counts %s as %i s of sweet spot, on top of its zone', (target, secs) => {
    const zones = toWorkoutDoc(`- 10m ${target}`, rider).zoneTimes ?? [];
    expect(zones.find(({ id }) => id === 'SS')?.secs).toBe(secs);
    expect(zones.reduce((sum, zone) => sum + (zone.id === 'SS' ? 0 : zone.secs), 0)).toBe(600);
  });

  it('has no watts of the session without an FTP', () => {
    const doc = toWorkoutDoc('- 10m 200w\n- 10m 75%', {});
    expect(doc).toMatchObject({ target: 'POWER', duration: 1200 });
    expect(doc).not.toHaveProperty('average_watts');
    expect(doc).not.toHaveProperty('zoneTimes');
  });

  it('an averaging window without a target is nothing', () => {
    expect(first('- 10m power=1s')).toEqual({ duration: 600 });
  });

  it('follows the order of the athlete when a session mixes kinds of target', () => {
    const text = '- 10m 70% LTHR\n- 10m 200w';
    expect(toWorkoutDoc(text, rider).target).toBe('POWER');
    expect(toWorkoutDoc(text, { ...rider, workoutOrder: ['HR', 'POWER', 'PACE'] }).target).toBe('HR');
  });
});
