import { describe, expect, it } from 'vitest';
import { readWorkout } from '../read.ts';
import type { StepInput } from '../schema.ts';
import type { Sport } from '../workout.ts';
import { planned } from './planned.ts';
import { resolveTarget } from './resolve.ts';
import { plannedNormalizedPower } from './stream.ts';

const powerZones = [55, 75, 90, 105, 120, 150, 999];
const of = (steps: StepInput[], sport: Sport = 'bike') => readWorkout({ sport, steps });

describe('power zones in watts, measured at FTP 286 (intervals-api.md 7.3)', () => {
  it.each([
    [1, 141],
    [2, 186],
    [3, 236],
    [4, 279],
    [5, 322],
    [6, 387],
    [7, 1644],
  ])('zone %i stands for %i W', (zone, watts) => {
    expect(resolveTarget({ unit: 'power_zone', from: zone, to: zone }, { ftp: 286, powerZones })).toMatchObject({
      mid: watts,
    });
  });

  it('120-150% is 386 W, one less than zone 6', () => {
    const range = resolveTarget({ unit: '%ftp', from: 120, to: 150 }, { ftp: 286 });
    expect('mid' in range && Math.round(range.mid)).toBe(386);
  });
});

describe('planned sessions as the live service computed them', () => {
  const vo2: StepInput[] = [
    { for: '20min', at: '157-213W' },
    {
      repeat: 4,
      steps: [
        { for: '4min', at: '302-314W' },
        { for: '5min', at: '140-168W' },
      ],
    },
    { for: '10min', at: '112-140W' },
  ];
  const openers: StepInput[] = [
    ['20min', '151-185W'],
    ['10min', '202-246W'],
    ['10min', '164-200W'],
    ['5min', '252-308W'],
    ['10min', '151-185W'],
    ['1min', '315-385W'],
    ['3min', '151-185W'],
    ['1min', '315-385W'],
    ['3min', '151-185W'],
    ['10s', '630-770W'],
    ['5min', '101-123W'],
  ].map(([length = '', at = '']) => ({ for: length, at }));
  const vo2max: StepInput[] = [
    { for: '3min', at: '0-157W' },
    { for: '3min', at: '166-203W' },
    { for: '3min', at: '238-266W' },
    {
      repeat: 2,
      steps: [
        { for: '30s', at: '290-354W' },
        { for: '2min', at: '196-224W' },
      ],
    },
    {
      repeat: 5,
      steps: [
        { for: '3min', at: '364-392W' },
        { for: '3min', at: '140-168W' },
      ],
    },
    { for: '10min', at: '112-140W' },
  ];
  const under: StepInput = {
    repeat: 3,
    steps: [
      { for: '2min', at: '252-266W' },
      { for: '1min', at: '266-294W' },
    ],
  };
  const overUnders: StepInput[] = [
    { for: '3min', at: '154-182W' },
    { for: '3min', at: '182-210W' },
    { for: '3min', at: '210-238W' },
    { for: '3min', at: '157-213W' },
    under,
    { for: '5min', at: '140-168W' },
    under,
    { for: '5min', at: '140-168W' },
    under,
    { for: '10min', at: '112-140W' },
  ];

  it.each([
    ['4 × 4 min', vo2, 281, { seconds: 3960, averageWatts: 196, normalizedWatts: 227, load: 72 }, 80.903984],
    ['openers', openers, 280, { seconds: 4090, averageWatts: 189, normalizedWatts: 207, load: 62 }, 73.87295],
    ['5 × 3 min', vo2max, 280, { seconds: 3240, averageWatts: 221, normalizedWatts: 280, load: 90 }, 100],
    ['over-unders', overUnders, 280, { seconds: 3540, averageWatts: 208, normalizedWatts: 228, load: 65 }, 81.30295],
  ])('%s', (_, steps, ftp, numbers, intensity) => {
    const plan = planned(of(steps), { ftp });
    expect(plan).toMatchObject({ from: 'power', ...numbers });
    expect(plan.intensity).toBeCloseTo(intensity, 4);
  });

  it('counts 361,200 J for the captured session of 50 min at FTP 240', () => {
    const steps = ['10-30%', '40%', 'ramp 10-60%', 'Z2', 'Z3-Z4'].map((at) => ({ for: '10min', at }));
    expect(planned(of(steps), { ftp: 240, powerZones }).joules).toBe(361_200);
  });

  it('gives a swim of 1,700 m in 6,617 s at threshold 0.8333 m/s a load of 5 (cubed)', () => {
    const workout = {
      sport: 'swim' as const,
      steps: [
        {
          length: { by: 'time' as const, seconds: 6617 },
          target: { unit: 's/100m' as const, from: 661_700 / 1700, to: 661_700 / 1700 },
        },
      ],
    };
    const plan = planned(workout, { thresholdSpeed: 0.8333 });
    expect(Math.round(plan.metres)).toBe(1700);
    expect(plan).toMatchObject({ from: 'pace', load: 5 });
  });

  it('squares the speed of a run', () => {
    const plan = planned(of([{ for: '1h', at: '90% pace' }], 'run'), { thresholdSpeed: 3 });
    expect(plan).toMatchObject({ load: 81, seconds: 3600, metres: 9720 });
  });

  it('estimates 31 for the captured heart rate session, with a resting 50 and a maximum of 190', () => {
    const steps = ['50-70% LTHR', '80% LTHR', 'ramp 45-60% LTHR', 'Z2 HR', 'Z3-Z4 HR'].map((at) => ({
      for: '10min',
      at,
    }));
    const plan = planned(of(steps), { lthr: 170, maxHr: 190, restingHr: 50, hrZones: [115, 140, 160, 178, 190] });
    expect(plan.load).toBe(31);
    expect(plan.reason).toMatch(/estimate/);
  });

  it('plans 500 m at 70 % of 0.8333 m/s as 857 s', () => {
    expect(planned(of([{ for: '500mtr', at: '70% pace' }], 'swim'), { thresholdSpeed: 0.8333 }).seconds).toBe(857);
  });
});

describe('what cannot be known is said, not guessed', () => {
  it('names the missing threshold at its step', () => {
    const plan = planned(
      of([
        { for: '10min', at: '250W' },
        { for: '10min', at: '90% FTP' },
      ]),
      {},
    );
    expect(plan.load).toBeNull();
    expect(plan.reason).toBe('no FTP is set');
    expect(plan.gaps).toEqual([{ path: 'steps[1]', reason: 'no FTP is set' }]);
  });

  it('lists open and free steps', () => {
    const plan = planned(of([{ for: 'lap', at: 'Z2' }, { for: '5min', at: 'free' }, { for: '60kcal' }]), {
      ftp: 250,
      powerZones,
    });
    expect(plan.gaps.map(({ path }) => path)).toEqual(['steps[0]', 'steps[1]', 'steps[2]']);
    expect(plan.seconds).toBe(300);
  });
});

describe('weighted power of a plan', () => {
  it('starts with the first second: 10 s at 300 W are 300 W', () => {
    expect(plannedNormalizedPower(new Float64Array(10).fill(300))).toBeCloseTo(300, 9);
  });
});
