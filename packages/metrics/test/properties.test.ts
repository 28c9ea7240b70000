import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCurves, type MeanMaximalCurve, meanMaximal, mergeCurves } from '../src/curves/index.ts';
import { banisterTrimp, exponentialTrimp } from '../src/heart-rate/index.ts';
import { averagePower, combineNormalizedPower, normalizedPower, work } from '../src/power/index.ts';
import { resample, type Samples } from '../src/samples/index.ts';
import { wBalance } from '../src/w-balance/index.ts';
import { timeInZones } from '../src/zones/index.ts';
import { unwrap } from './unwrap.ts';

const watts = fc.integer({ min: 0, max: 1500 });
const power = (minLength: number, maxLength = 400) => fc.array(watts, { minLength, maxLength });
const holed = (minLength: number, maxLength = 400) =>
  fc.array(fc.oneof({ weight: 19, arbitrary: watts }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), {
    minLength,
    maxLength,
  });
const close = (a: number, b: number, tolerance = 1e-9) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(b)));

describe('NP', () => {
  it('scales with power', () => {
    fc.assert(
      fc.property(power(30), fc.double({ min: 0.1, max: 5, noNaN: true }), (ride, factor) => {
        close(unwrap(normalizedPower(ride.map((p) => p * factor))), factor * unwrap(normalizedPower(ride)));
      }),
    );
  });

  it('is at least the mean of its windows, so at least the average of a steady repetition', () => {
    fc.assert(
      fc.property(power(30, 60), (block) => {
        const ride = [...block, ...block, ...block];
        const windows: number[] = [];
        for (let end = 30; end <= ride.length; end++)
          windows.push(ride.slice(end - 30, end).reduce((a, b) => a + b, 0) / 30);
        const mean = windows.reduce((a, b) => a + b, 0) / windows.length;
        expect(unwrap(normalizedPower(ride))).toBeGreaterThanOrEqual(mean * (1 - 1e-12));
      }),
    );
  });

  it('is at least average power when the ride starts and ends as it goes on', () => {
    fc.assert(
      fc.property(watts, fc.array(watts, { minLength: 30, maxLength: 200 }), (edge, middle) => {
        const calm = new Array<number>(30).fill(Math.min(edge, ...middle));
        const ride = [...calm, ...middle, ...calm];
        expect(unwrap(normalizedPower(ride))).toBeGreaterThanOrEqual(unwrap(averagePower(ride)) * (1 - 1e-9));
      }),
    );
  });

  it('does not change when power-less seconds are added at either end', () => {
    fc.assert(
      fc.property(holed(60), fc.nat(100), fc.nat(100), (ride, before, after) => {
        const np = normalizedPower(ride);
        const gap = (seconds: number) => new Array<number>(seconds).fill(Number.NaN);
        expect(normalizedPower([...gap(before), ...ride, ...gap(after)]).value).toBe(np.value);
      }),
    );
  });

  it('of two rides apart is their fourth-power mean over windows', () => {
    fc.assert(
      fc.property(power(30), power(30), (first, second) => {
        const apart = unwrap(normalizedPower([...first, Number.NaN, ...second]));
        const parts = [first, second].map((ride) => ({ np: unwrap(normalizedPower(ride)), seconds: ride.length - 29 }));
        close(apart, unwrap(combineNormalizedPower(parts)));
      }),
    );
  });
});

describe('mean-maximal curves', () => {
  it('of work never fall with duration', () => {
    fc.assert(
      fc.property(power(1), (ride) => {
        const { durations, values } = unwrap(meanMaximal(ride, { durations: 'every' }));
        for (let k = 1; k < values.length; k++) {
          const before = (values[k - 1] as number) * (durations[k - 1] as number);
          expect((values[k] as number) * (durations[k] as number)).toBeGreaterThanOrEqual(before - 1e-6);
        }
      }),
    );
  });

  it('name a window that has that mean, and no window is better', () => {
    fc.assert(
      fc.property(holed(40, 150), fc.integer({ min: 1, max: 40 }), (ride, seconds) => {
        const curve = meanMaximal(ride, { durations: [seconds] });
        let best = Number.NEGATIVE_INFINITY;
        let at = -1;
        for (let start = 0; start + seconds <= ride.length; start++) {
          const total = ride.slice(start, start + seconds).reduce((a, b) => a + b, 0);
          if (total > best) {
            best = total;
            at = start;
          }
        }
        if (curve.value === null) expect(at).toBe(-1);
        else {
          expect(curve.value.starts[0]).toBe(at);
          close(curve.value.values[0] as number, best / seconds);
        }
      }),
    );
  });

  it('scale and shift with the channel', () => {
    fc.assert(
      fc.property(
        power(1, 200),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -500, max: 500 }),
        (ride, factor, shift) => {
          const plain = unwrap(meanMaximal(ride, { durations: 'every' }));
          const moved = unwrap(
            meanMaximal(
              ride.map((p) => p * factor + shift),
              { durations: 'every' },
            ),
          );
          expect([...moved.starts]).toEqual([...plain.starts]);
          for (const [k, value] of moved.values.entries()) close(value, (plain.values[k] as number) * factor + shift);
        },
      ),
    );
  });

  it('merge in any order to the same values, and merging with itself changes nothing', () => {
    const curve = power(1, 200).map((ride) => unwrap(meanMaximal(ride)));
    fc.assert(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 6 }), (curves: MeanMaximalCurve[]) => {
        const merged = unwrap(mergeCurves(curves));
        expect([...unwrap(mergeCurves([...curves].reverse())).values]).toEqual([...merged.values]);
        expect([...unwrap(mergeCurves([merged, ...curves])).values]).toEqual([...merged.values]);
        const split = unwrap(mergeCurves(curves.slice(0, 1)));
        const rest = curves.length > 1 ? [split, unwrap(mergeCurves(curves.slice(1)))] : [split];
        expect([...unwrap(mergeCurves(rest)).values]).toEqual([...merged.values]);
      }),
    );
  });

  it('compared with themselves show no change', () => {
    fc.assert(
      fc.property(power(1, 100), (ride) => {
        fc.pre(ride.some((p) => p > 0));
        const curve = unwrap(meanMaximal(ride));
        expect(unwrap(compareCurves(curve, curve)).meanChange).toBe(0);
      }),
    );
  });
});

describe('zones', () => {
  const bounds = fc
    .uniqueArray(fc.integer({ min: -100, max: 1600 }), { minLength: 1, maxLength: 9 })
    .map((list) => list.sort((a, b) => a - b));

  it('add up to the covered time, raw or smoothed', () => {
    fc.assert(
      fc.property(holed(1), bounds, fc.constantFrom(1, 5, 30), (ride, limits, smoothing) => {
        const covered = ride.filter((p) => !Number.isNaN(p)).length;
        const found = timeInZones(ride, limits, { smoothing });
        if (found.value === null) expect(covered).toBe(0);
        else expect(found.value.seconds.reduce((sum, seconds) => sum + seconds, found.value.below)).toBe(covered);
      }),
    );
  });

  it('do not depend on the order of seconds, and add up over a split', () => {
    fc.assert(
      fc.property(power(2), bounds, fc.nat(), (ride, limits, at) => {
        const whole = unwrap(timeInZones(ride, limits)).seconds;
        expect(unwrap(timeInZones([...ride].reverse(), limits)).seconds).toEqual(whole);
        const cut = 1 + (at % (ride.length - 1));
        const parts = [ride.slice(0, cut), ride.slice(cut)].map((part) => unwrap(timeInZones(part, limits)).seconds);
        expect(whole).toEqual(parts[0]?.map((seconds, zone) => seconds + (parts[1]?.[zone] as number)));
      }),
    );
  });
});

describe('work, TRIMP and W′', () => {
  it('work adds up over a split and does not depend on order', () => {
    fc.assert(
      fc.property(power(2), fc.nat(), (ride, at) => {
        const cut = 1 + (at % (ride.length - 1));
        close(unwrap(work(ride)), unwrap(work(ride.slice(0, cut))) + unwrap(work(ride.slice(cut))));
        close(unwrap(work([...ride].sort((a, b) => a - b))), unwrap(work(ride)));
      }),
    );
  });

  it('TRIMPexp is at least the average form and adds up over a split', () => {
    const beats = fc.array(fc.integer({ min: 55, max: 190 }), { minLength: 2, maxLength: 300 });
    const range = { rest: 50, max: 190 };
    fc.assert(
      fc.property(beats, fc.nat(), (series, at) => {
        const whole = unwrap(exponentialTrimp(series, range));
        expect(whole).toBeGreaterThanOrEqual(unwrap(banisterTrimp(series, range)) * (1 - 1e-9));
        const cut = 1 + (at % (series.length - 1));
        close(
          whole,
          unwrap(exponentialTrimp(series.slice(0, cut), range)) + unwrap(exponentialTrimp(series.slice(cut), range)),
        );
      }),
    );
  });

  it('W′ balance never exceeds W′ and falls when power rises', () => {
    fc.assert(
      fc.property(
        power(1),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('differential', 'integral'),
        (ride, more, model) => {
          const athlete = { cp: 250, wPrime: 20_000, model, tau: 400 } as const;
          const plain = unwrap(wBalance(ride, athlete));
          const harder = unwrap(
            wBalance(
              ride.map((p) => p + more),
              athlete,
            ),
          );
          for (const [i, left] of plain.balance.entries()) {
            expect(left).toBeLessThanOrEqual(20_000);
            expect(harder.balance[i]).toBeLessThanOrEqual(left + 1e-9);
          }
        },
      ),
    );
  });
});

describe('resampling', () => {
  it('keeps every recorded whole second and invents nothing across a hole of more than 10 s', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let at = 0;
        const time = Float64Array.from([0, ...gaps], (gap) => (at += gap));
        const samples: Samples = { startMs: null, time, channels: { power: time.map((t) => t % 300) }, pauses: [] };
        const column = unwrap(resample(samples)).channels.power as Float64Array;
        for (const t of time) expect(column[t]).toBe(t % 300);
        for (let k = 1; k < time.length; k++) {
          const [from, to] = [time[k - 1] as number, time[k] as number];
          for (let t = from + 1; t < to; t++) expect(Number.isNaN(column[t])).toBe(to - from > 10);
        }
      }),
    );
  });
});
