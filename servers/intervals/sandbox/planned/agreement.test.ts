import { DEMO_PROFILE } from '@core/sandbox/athlete';
import { intervalsSettings, parseWorkoutText } from '@core/workouts/intervals';
import { describe, expect, it } from 'vitest';
import { type SettingsGroup, startingGroups } from '../settings.ts';
import { understand } from './doc.ts';

const GROUPS = startingGroups(DEMO_PROFILE, 250, 1);
const [RIDE, RUN, SWIM] = GROUPS as [SettingsGroup, SettingsGroup, SettingsGroup];

/** Two readers were written apart from the same observations; where both are sure, they must agree. */
describe('the emulator and @core/workouts read alike', () => {
  it.each([
    'Warmup\n- 15m ramp 45-75%\n\n2x\n- 20m 90%\n- 5m 55%\n\nCooldown\n- 10m 50%',
    '- 1h Z2',
    '- 10m Z1\n- 20m Z3-Z4',
    '5x\n- 4m 112%\n- 4m 50%',
    '- Sprint 30s 200%\n- 10m 50-70%',
    '- 1h 220w 90rpm',
    'Main Set 4x\n- Interval 2m30s 348w-375w\n- Recovery 5m 160w',
    '- 30m freeride',
  ])('%j on the bike', (text) => {
    const mine = understand(text, 'Ride', GROUPS, DEMO_PROFILE)!;
    const { doc } = parseWorkoutText(text, intervalsSettings(RIDE as object), 'bike');
    expect(doc.steps).toEqual(mine.doc.steps);
    expect(doc.duration).toBe(mine.numbers.duration);
    expect(doc.normalized_power ?? null).toBe(mine.numbers.normalizedPower);
    expect(doc.average_watts ?? null).toBe(mine.numbers.averageWatts);
    const seconds = (zones: unknown) => (zones as { secs: number }[] | undefined)?.map((zone) => zone.secs);
    if (mine.numbers.target === 'POWER') expect(seconds(doc.zoneTimes)).toEqual(seconds(mine.doc.zoneTimes));
  });

  it.each([
    ['Run', RUN, 'run', '- 20m 75% Pace\n\n6x\n- 20s 115% Pace\n- 60s 70% Pace'],
    ['Run', RUN, 'run', '- 40m Z2 Pace'],
    ['Swim', SWIM, 'swim', '- 10m 85% Pace\n- 5m 1:45/100m Pace'],
  ] as const)('%s: %4$j', (type, group, sport, text) => {
    const mine = understand(text, type, GROUPS, DEMO_PROFILE)!;
    const { doc } = parseWorkoutText(text, intervalsSettings(group as object), sport);
    expect(doc.steps).toEqual(mine.doc.steps);
    expect(doc.duration).toBe(mine.numbers.duration);
    expect(doc.distance).toBeCloseTo(mine.numbers.distance, -1);
  });
});
