import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { RACE_DISTANCES, riegelExponent, riegelTime, trainingSpeeds, vdot, vdotTime } from './index.ts';

interface Reference {
  minetti: Record<'run_J_per_kg_m' | 'walk_J_per_kg_m' | 'run_factor_vs_level', Record<string, number>>;
  daniels_vdot: { from_race: Record<string, number>; equivalent_of_vdot_50_s: Record<string, number> };
  riegel_1_06: Record<string, number>;
}
const golden = sharedData<Reference>('golden.json');

describe('race prediction', () => {
  it.skipIf(golden === null)('reproduces Riegel', () => {
    const r = golden!.riegel_1_06;
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 10_000).value).toBeCloseTo(r['5k 20:00 -> 10k']!, 2);
    const tenK = { distance: 10_000, seconds: 2400 };
    expect(riegelTime(tenK, RACE_DISTANCES['half marathon']).value).toBeCloseTo(r['10k 40:00 -> half']!, 2);
    expect(riegelTime(tenK, RACE_DISTANCES.marathon).value).toBeCloseTo(r['10k 40:00 -> marathon']!, 2);
  });

  it('finds the exponent that made the races', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.02, max: 1.14, noNaN: true }), (exponent) => {
        const races = [3000, 10_000, 21_097.5].map((distance) => ({
          distance,
          seconds: 600 * (distance / 3000) ** exponent,
        }));
        expect(riegelExponent(races)).toMatchObject({ value: expect.closeTo(exponent, 9), warnings: [] });
      }),
    );
    const uneven = [
      { distance: 5000, seconds: 1200 },
      { distance: 10_000, seconds: 3000 },
    ];
    expect(riegelExponent(uneven)).toMatchObject({ warnings: [{ code: 'unusual' }] });
    expect(riegelExponent(uneven.slice(1))).toMatchObject({ value: null, reason: 'too_few' });
    expect(riegelExponent([])).toMatchObject({ value: null, reason: 'too_few' });
    expect(riegelExponent([{ distance: 0, seconds: 1 }])).toMatchObject({ reason: 'bad_input' });
  });

  it('says when a time lies outside what the formula describes', () => {
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 10_000)).toMatchObject({ warnings: [] });
    expect(riegelTime({ distance: 800, seconds: 130 }, 5000)).toMatchObject({ warnings: [{ code: 'outside_range' }] });
    expect(riegelTime({ distance: 42_195, seconds: 12_000 }, 100_000)).toMatchObject({
      warnings: [{ code: 'outside_range' }],
    });
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 0)).toMatchObject({ reason: 'bad_input' });
    expect(riegelTime({ distance: 5000, seconds: -1 }, 10)).toMatchObject({ reason: 'bad_input' });
    expect(riegelTime({ distance: 5000, seconds: 1200 }, 10, 0.9)).toMatchObject({ reason: 'bad_input' });
  });

  it.each([
    [5000, 19 * 60 + 57],
    [10_000, 41 * 60 + 21],
    [21_097.5, 3600 + 31 * 60 + 35],
    [42_195, 3 * 3600 + 10 * 60 + 49],
  ])("has the 50 of Daniels' table for %d m in %d s", (distance, seconds) => {
    expect(Math.round(vdot({ distance, seconds }).value!)).toBe(50);
    expect(vdot({ distance, seconds }).value).toBeCloseTo(49.96, 1);
  });

  it.skipIf(golden === null)('reproduces the reference VDOT and its equivalent times', () => {
    const of = golden!.daniels_vdot;
    const distances: Record<string, number> = {
      half: 21_097.5,
      marathon: 42_195,
      '1500 m': 1500,
      '5 km': 5000,
      '10 km': 10_000,
    };
    for (const [race, score] of Object.entries(of.from_race)) {
      const [, name, clock] = /^(.*) ([\d:]+)$/.exec(race)!;
      const seconds = clock!.split(':').reduce((sum, part) => 60 * sum + Number(part), 0);
      expect(vdot({ distance: distances[name!]!, seconds }).value).toBeCloseTo(score, 4);
    }
    for (const [name, seconds] of Object.entries(of.equivalent_of_vdot_50_s))
      expect(vdotTime(50, distances[name] ?? Number(name)).value).toBeCloseTo(seconds, 1);
  });

  it('inverts itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 25, max: 85, noNaN: true }),
        fc.integer({ min: 800, max: 100_000 }),
        (score, distance) => {
          expect(vdot({ distance, seconds: vdotTime(score, distance).value! }).value).toBeCloseTo(score, 6);
        },
      ),
    );
  });

  it('refuses what is no race', () => {
    expect(vdot({ distance: 0, seconds: 1 })).toMatchObject({ reason: 'bad_input' });
    expect(vdot({ distance: 100, seconds: 36_000 })).toMatchObject({ reason: 'undefined_ratio' });
    expect(vdot({ distance: 800, seconds: 120 })).toMatchObject({ warnings: [{ code: 'outside_range' }] });
    expect(vdotTime(9, 5000)).toMatchObject({ reason: 'bad_input' });
    expect(vdotTime(50, Number.NaN)).toMatchObject({ reason: 'bad_input' });
    expect(vdotTime(50, 400)).toMatchObject({ warnings: [{ code: 'outside_range' }] });
    expect(vdotTime(50, 5000)).toMatchObject({ warnings: [] });
  });

  it('trains at shares of the speed whose oxygen cost is VDOT', () => {
    const speeds = trainingSpeeds(50).value!;
    const v = (speeds.interval / 0.98) * 60;
    expect(-4.6 + 0.182258 * v + 0.000104 * v * v).toBeCloseTo(50, 9);
    expect(speeds.easy / speeds.interval).toBeCloseTo(0.72 / 0.98, 12);
    expect(speeds.marathon / speeds.threshold).toBeCloseTo(0.85 / 0.9, 12);
    expect(speeds.repetition).toBeGreaterThan(speeds.interval);
    expect(trainingSpeeds(101)).toMatchObject({ reason: 'bad_input' });
  });
});
