import { describe, expect, it } from 'vitest';
import { createAthlete } from './athlete.ts';
import { DEMO_PROFILE } from './profile.ts';
import { BIKE, nextSpeed } from './ride.ts';
import { gradeFactor } from './run.ts';

const MASS = DEMO_PROFILE.weightKg + BIKE.massKg;

/** Speed after ten minutes at one power on one slope. */
function settled(watts: number, slope: number): number {
  let v = 5;
  for (let s = 0; s < 600; s++) v = nextSpeed(v, watts, slope, MASS);
  return v;
}

describe('the bicycle', () => {
  it('settles where power pays for air, rolling and climbing', () => {
    for (const [watts, slope] of [
      [150, 0],
      [250, 0],
      [250, 0.06],
      [120, -0.01],
    ] as const) {
      const v = settled(watts, slope);
      const force =
        MASS * BIKE.gravity * (slope + BIKE.rollingResistance) + 0.5 * BIKE.airDensity * BIKE.dragArea * v * v;
      expect(force * v).toBeCloseTo(watts * BIKE.efficiency, -1);
    }
  });

  it('rides 200 W at about 34 km/h on the flat and 16 km/h up 5 %', () => {
    expect(settled(200, 0) * 3.6).toBeGreaterThan(31);
    expect(settled(200, 0) * 3.6).toBeLessThan(36);
    expect(settled(200, 0.05) * 3.6).toBeGreaterThan(14);
    expect(settled(200, 0.05) * 3.6).toBeLessThan(18);
  });

  it('never brakes a rider into reverse, and brakes on steep descents', () => {
    expect(settled(0, 0.1)).toBeGreaterThan(0);
    expect(settled(300, -0.15)).toBe(BIKE.brakeSpeed);
  });

  it('spends the work of a flat ride on air and rolling, within three per cent', () => {
    const athlete = createAthlete({ today: '2026-10-14', days: 120 });
    const ride = athlete.sessions.find((session) => session.sport === 'virtual-ride')!;
    const { channels } = athlete.recording(ride);
    let work = 0;
    let spent = 0;
    channels.power!.forEach((watts: number, i: number) => {
      const v = channels.speed![i]!;
      work += watts * BIKE.efficiency;
      spent += (MASS * BIKE.gravity * BIKE.rollingResistance + 0.5 * BIKE.airDensity * BIKE.dragArea * v * v) * v;
    });
    expect(spent / work).toBeGreaterThan(0.97);
    expect(spent / work).toBeLessThan(1.03);
  });
});

describe('the runner', () => {
  it('is as fast as the effort on the flat, slower uphill, a little faster downhill', () => {
    expect(gradeFactor(0)).toBe(1);
    expect(gradeFactor(0.1)).toBeGreaterThan(1.25);
    expect(gradeFactor(-0.05)).toBeLessThan(1);
    expect(gradeFactor(-0.05)).toBeGreaterThan(0.8);
  });
});
