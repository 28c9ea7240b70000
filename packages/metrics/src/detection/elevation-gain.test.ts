import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { elevationGain } from './index.ts';

const golden = sharedData<{ elevation_synthetic: Record<string, [number, number]> }>('golden.json');
const repeat = (n: number, v: number) => new Array<number>(n).fill(v);
const NaNs = (n: number) => repeat(n, Number.NaN);

/** Numbers in −1…1 that look random and are the same on every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 1_073_741_824 - 1;
  };
}

describe('elevationGain', () => {
  it.skipIf(golden === null)('reproduces the reference wave under every hysteresis', () => {
    const wave = Array.from({ length: 3000 }, (_, i) => 100 + 30 * Math.sin(i / 200) + 1.5 * Math.sin(i / 7));
    for (const h of [0, 1, 2, 3, 5, 10]) {
      const { gain, loss } = elevationGain(wave, { smoothing: 0, hysteresis: h }).value!;
      expect([gain, loss]).toEqual(golden!.elevation_synthetic[`h${h}`]!.map((v) => expect.closeTo(v, 3)));
    }
  });

  it('moves its reference only when the altitude differs by more than the hysteresis', () => {
    const of = (...altitude: number[]) => elevationGain(altitude, { smoothing: 0, hysteresis: 1 }).value!;
    expect(of(0, 1, 2, 1, 0)).toMatchObject({ gain: 2, loss: 2 });
    expect(of(0, 1, 0, 1, 0)).toMatchObject({ gain: 0, loss: 0 });
    expect(of(0, 1.1, 0, 1.1)).toMatchObject({ gain: 2.2, loss: 1.1 });
    expect(of(5, 3, 9)).toMatchObject({ gain: 6, loss: 2, min: 3, max: 9 });
  });

  it('skips what is missing: a hole neither climbs nor resets', () => {
    const options = { smoothing: 0, hysteresis: 0 };
    expect(elevationGain([10, Number.NaN, 12, Number.NaN], options)).toMatchObject({
      value: { gain: 2, loss: 0 },
      coverage: 0.5,
    });
    expect(elevationGain([10], options).value).toMatchObject({ gain: 0, loss: 0, min: 10, max: 10 });
  });

  it('tells a barometer from satellites by its steps, and says which it took', () => {
    const random = noise(3);
    const barometer = Array.from({ length: 2000 }, (_, i) => 100 + Math.round(5 * 20 * Math.sin(i / 300)) / 5);
    const phone = Array.from({ length: 2000 }, () => 100 + 4 * random());
    expect(elevationGain(barometer)).toMatchObject({ method: 'barometric: mean of 7, hysteresis 1 m' });
    expect(elevationGain(phone)).toMatchObject({
      method: 'satellite: mean of 30, hysteresis 10 m',
      value: { gain: 0, loss: 0 },
    });
    expect(elevationGain(phone, { preset: 'elevate' })).toMatchObject({ method: 'elevate: mean of 0, hysteresis 2 m' });
  });

  it('ends where it started plus gain minus loss, up to the hysteresis', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 0, max: 10 }),
        (altitude, h) => {
          const { gain, loss } = elevationGain(altitude, { smoothing: 0, hysteresis: h }).value!;
          expect(Math.abs(altitude[0]! + gain - loss - altitude.at(-1)!)).toBeLessThanOrEqual(h + 1e-9);
          const none = elevationGain(altitude, { smoothing: 0, hysteresis: 0 }).value!;
          expect(gain).toBeLessThanOrEqual(none.gain + 1e-9);
        },
      ),
    );
  });

  it.each([
    [[], {}, 'no_data'],
    [NaNs(5), {}, 'no_data'],
    [[Number.POSITIVE_INFINITY], {}, 'no_data'],
    [[1, 2], { hysteresis: -1 }, 'bad_input'],
    [[1, 2], { hysteresis: Number.NaN }, 'bad_input'],
    [[1, 2], { smoothing: 601 }, 'bad_input'],
  ])('refuses %j with %j', (altitude, options, reason) => {
    expect(elevationGain(altitude, options)).toMatchObject({ value: null, reason });
  });
});
