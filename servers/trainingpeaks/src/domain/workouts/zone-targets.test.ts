import { readWorkout } from '@core/workouts';
import { describe, expect, it } from 'vitest';
import { workoutThresholds } from './thresholds.ts';
import { withOwnZones } from './zone-targets.ts';

const zone = (minimum: number, maximum: number) => ({ label: null, minimum, maximum });
const group = (workoutTypeId: number, threshold: number, zones: object[]) =>
  ({ workoutTypeId, threshold, maximumHeartRate: 190, restingHeartRate: 48, zones }) as never;
const list = (...items: never[]) => ({ items, skipped: 0, skippedBecause: undefined });
const settings = {
  powerZones: list(
    group(0, 200, [zone(0, 110), zone(111, 150), zone(151, 2000)]),
    group(2, 250, [zone(0, 137), zone(138, 187), zone(188, 225), zone(226, 2000)]),
  ),
  heartRateZones: list(group(0, 170, [zone(0, 140), zone(141, 160), zone(161, 250)])),
  speedZones: list(group(3, 4, [zone(0, 3), zone(3, 3.6), zone(3.6, 40)])),
} as never;
const bike = (at: string) => readWorkout({ sport: 'bike', steps: [{ for: '10min', at }] });
const target = (at: string) => withOwnZones(bike(at), settings, 2).workout.steps[0];

describe('zone numbers', () => {
  it('become the percentages of the athlete’s own bounds, to the watt', () => {
    expect(target('Z2 power')).toMatchObject({ target: { unit: '%ftp', from: 55.2, to: 74.8 } });
    expect(target('Z2-Z3 power')).toMatchObject({ target: { unit: '%ftp', from: 55.2, to: 90 } });
    expect(withOwnZones(bike('Z2 power'), settings, 2).notes).toEqual([
      'steps[0]: Z2 power is 55.2-74.8 % of threshold for this athlete.',
    ]);
  });

  it('of pace are percentages of threshold speed, also inside a repeat', () => {
    const run = readWorkout({ sport: 'run', steps: [{ repeat: 2, steps: [{ for: '1km', at: 'Z2 pace' }] }] });
    expect(withOwnZones(run, settings, 3).workout.steps[0]).toMatchObject({
      steps: [{ target: { unit: '%pace', from: 75, to: 90 } }],
    });
  });

  it('without a real bound on one side, or that do not exist, are left to the compiler', () => {
    expect(target('Z1 power')).toMatchObject({ target: { unit: 'power_zone' } });
    expect(target('Z4 power')).toMatchObject({ target: { unit: 'power_zone' } });
    expect(target('Z7 power')).toMatchObject({ target: { unit: 'power_zone' } });
  });
});

describe('thresholds of a sport', () => {
  it('are those of the sport, or the default ones, and never a guess', () => {
    expect(workoutThresholds(settings, 2)).toMatchObject({ ftp: 250, lthr: 170, maxHr: 190, restingHr: 48 });
    expect(workoutThresholds(settings, 8)).toMatchObject({ ftp: 200, thresholdSpeed: undefined });
    expect(workoutThresholds(settings, 2).powerZones).toEqual([54.8, 74.8, 90, 999]);
    expect(workoutThresholds(settings, 2).hrZones).toEqual([140, 160, 250]);
  });

  it('of 0 are none', () => {
    const empty = { powerZones: list(group(0, 0, [])), heartRateZones: list(), speedZones: list() } as never;
    expect(workoutThresholds(empty, 2)).toMatchObject({ ftp: undefined, lthr: undefined, powerZones: undefined });
  });
});
