import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../test/shared-data.ts';
import { climbs, detectIntervals, elevationGain, movingTime, stretchesOf, surges } from './index.ts';

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

describe('movingTime', () => {
  const plain = { preset: 'speed_only' } as const;

  it('counts the seconds above the threshold, not those at it, and not the unknown ones', () => {
    const result = movingTime({ speed: [0, 0.5, 0.51, 3, Number.NaN] }, plain);
    expect(result).toMatchObject({ value: { seconds: 2, stopped: 2, unknown: 1, coasting: null }, coverage: 0.8 });
    expect([...result.value!.moving]).toEqual([0, 0, 1, 1, 0]);
  });

  it('moves on a trainer by power or cadence', () => {
    const input = {
      speed: repeat(10, 0),
      power: [...repeat(5, 200), ...repeat(5, 10)],
      cadence: [...repeat(8, 0), 21, 20],
    };
    expect(movingTime(input, { debounce: 0 }).value).toMatchObject({ seconds: 6, stopped: 4 });
    expect(movingTime({ power: input.power }, { debounce: 0 }).value!.seconds).toBe(5);
  });

  it('smooths over what is shorter than the debounce, but never the unknown', () => {
    const rolling = [...repeat(5, 3), 0, 0, ...repeat(5, 3), 0, 0, 0, ...repeat(5, 3)];
    expect(movingTime({ speed: rolling }).value!.seconds).toBe(17);
    expect(movingTime({ speed: rolling }, { debounce: 4 }).value!.seconds).toBe(20);
    const blip = [...repeat(5, 0), 2, 2, ...repeat(5, 0)];
    expect(movingTime({ speed: blip }).value!.seconds).toBe(0);
    expect(movingTime({ speed: [2, 2, ...repeat(5, 0)] }).value!.seconds).toBe(2);
    const holed = [...repeat(5, 3), Number.NaN, ...repeat(5, 3)];
    expect(movingTime({ speed: holed }).value).toMatchObject({ seconds: 10, unknown: 1 });
  });

  it('counts coasting as moving at 0 W', () => {
    expect(movingTime({ speed: repeat(6, 8), power: [200, 0, 0, 0, Number.NaN, 150] }).value!.coasting).toBe(3);
  });

  it.each([
    [{}, {}, 'no_data'],
    [{ speed: [] }, {}, 'no_data'],
    [{ speed: NaNs(5) }, {}, 'no_data'],
    [{ speed: [1], power: [1, 2] }, {}, 'bad_input'],
    [{ speed: [1] }, { speed: -1 }, 'bad_input'],
    [{ speed: [1] }, { cadence: Number.NaN }, 'bad_input'],
    [{ speed: [1] }, { debounce: 61 }, 'bad_input'],
  ])('refuses %j with %j', (input, options, reason) => {
    expect(movingTime(input, options)).toMatchObject({ value: null, reason });
  });
});

describe('stretches and surges', () => {
  it('finds runs of either state that are long enough', () => {
    const mask = Uint8Array.of(1, 1, 0, 0, 0, 1, 0);
    expect(stretchesOf(mask, 1)).toEqual([
      { from: 0, to: 2 },
      { from: 5, to: 6 },
    ]);
    expect(stretchesOf(mask, 0, 2)).toEqual([{ from: 2, to: 5 }]);
    expect(stretchesOf(new Uint8Array(0), 0)).toEqual([]);
  });

  it('counts 3 to 30 s above 120 % of FTP as a surge', () => {
    const power = [
      ...repeat(10, 200),
      ...repeat(3, 301),
      200,
      ...repeat(2, 400),
      200,
      ...repeat(30, 350),
      200,
      ...repeat(31, 350),
      300,
    ];
    expect(surges(power, 250).value).toEqual([
      { from: 10, to: 13 },
      { from: 17, to: 47 },
    ]);
    expect(surges(repeat(10, 300), 250).value).toEqual([]);
    expect(surges([], 250)).toMatchObject({ reason: 'no_data' });
    expect(surges([1], 0)).toMatchObject({ reason: 'bad_input' });
  });
});

describe('climbs', () => {
  const distance = Array.from({ length: 3000 }, (_, i) => 8 * i);
  const ridden = (profile: (x: number) => number) => distance.map(profile);
  const mountain = (x: number) => {
    if (x < 5000) return 100;
    if (x < 9000) return 100 + 0.01 * (x - 5000);
    if (x < 13_000) return 140 + 0.075 * (x - 9000);
    return x < 16_000 ? 440 - 0.05 * (x - 13_000) : 290;
  };

  it('finds a climb from where it really begins, without the false flat before it', () => {
    const [climb, ...others] = climbs(ridden(mountain), distance).value!;
    expect(others).toEqual([]);
    expect(climb!.startDistance).toBeGreaterThan(8950);
    expect(climb!.startDistance).toBeLessThan(9050);
    expect(climb!.length).toBeGreaterThan(3950);
    expect(climb!.length).toBeLessThan(4050);
    expect(climb!.gain).toBeGreaterThan(296);
    expect(climb!.grade).toBeCloseTo(0.075, 2);
    expect(climb!.steepest).toBeCloseTo(0.075, 4);
    expect(climb!.score).toBeCloseTo(100 * climb!.grade * climb!.length, 6);
    expect(climb!.category).toBe('3');
    expect(climb!.vam).toBeCloseTo(0.075 * 8 * 3600, -2);
    expect(climb!.to - climb!.from).toBeGreaterThanOrEqual(climb!.seconds);
  });

  it('bridges a dip that loses less than a fifth, and parts at one that loses more', () => {
    const dipped = (depth: number) => (x: number) =>
      x < 4000 ? 0.06 * x : x < 4500 ? 240 - (depth * (x - 4000)) / 500 : 240 - depth + 0.06 * (x - 4500);
    expect(
      climbs(
        ridden((x) => dipped(30)(Math.min(x, 9000))),
        distance,
      ).value!.length,
    ).toBe(1);
    expect(
      climbs(
        ridden((x) => dipped(80)(Math.min(x, 9000))),
        distance,
      ).value!.length,
    ).toBe(2);
  });

  it('lists nothing on the flat, and nothing under its own rules', () => {
    expect(climbs(repeat(3000, 5), distance).value).toEqual([]);
    expect(climbs(ridden(mountain), distance, { minLength: 5000 }).value).toEqual([]);
    expect(climbs(ridden(mountain), distance, { minGrade: 0.09 }).value).toEqual([]);
    expect(climbs(ridden(mountain), distance, { minScore: 40_000 }).value).toEqual([]);
  });

  it.each([
    [8000, 10, '4'],
    [20_000, 8, '3'],
    [40_000, 8, '2'],
    [70_000, 8, '1'],
    [90_000, 8, 'HC'],
  ])('gives a score of about %d the category of its size', (score, percent, category) => {
    const length = (score * 1.06) / percent;
    const profile = (x: number) => (percent / 100) * Math.max(0, Math.min(x - 1000, length));
    expect(climbs(ridden(profile), distance).value![0]!.category).toBe(category);
  });

  it('stands still and survives holes', () => {
    const stopped = distance.map((d, i) => (i > 1300 && i < 1500 ? 8 * 1300 : d));
    const holed = ridden(mountain).map((h, i) => (i % 50 === 0 ? Number.NaN : h));
    expect(climbs(stopped.map(mountain), stopped).value!.length).toBe(1);
    expect(climbs(holed, distance)).toMatchObject({ coverage: 0.98, value: { length: 1 } });
  });

  it.each([
    [[1], [1, 2], {}, 'bad_input'],
    [[], [], {}, 'no_data'],
    [NaNs(4), repeat(4, 1), {}, 'no_data'],
    [repeat(4, 1), [0, 100, 200, 300], {}, 'too_short'],
    [repeat(4, 1), [0, 900, 400, 1300], {}, 'bad_input'],
    [[1, 2], [0, 2_000_001], {}, 'bad_input'],
    [[1, 2], [0, 1000], { minLength: 99 }, 'bad_input'],
    [[1, 2], [0, 1000], { minGrade: 0 }, 'bad_input'],
    [[1, 2], [0, 1000], { lostShare: 1 }, 'bad_input'],
  ])('refuses %j over %j with %j', (altitude, over, rules, reason) => {
    expect(climbs(altitude, over, rules)).toMatchObject({ value: null, reason });
  });
});

describe('detectIntervals', () => {
  const session = (...blocks: [watts: number, seconds: number][]) =>
    blocks.flatMap(([watts, seconds]) => repeat(seconds, watts));
  const fiveByFour = session(
    [150, 600],
    ...Array.from({ length: 5 }, (): [number, number][] => [
      [450, 240],
      [120, 240],
    ]).flat(),
    [150, 600],
  );

  it('finds five times four minutes, to the second', () => {
    const result = detectIntervals(fiveByFour);
    expect(result.value!.sets).toEqual([{ label: '5 × 4 min', members: [0, 1, 2, 3, 4], seconds: 240, average: 450 }]);
    expect(result.value!.intervals.map(({ from, to }) => [from, to])).toEqual(
      [0, 1, 2, 3, 4].map((k) => [600 + 480 * k, 840 + 480 * k]),
    );
    expect(result.value!.contrast).toBeGreaterThan(3);
    expect(result).toMatchObject({ coverage: 1, warnings: [] });
  });

  it('finds them in noise, with coasting between', () => {
    const random = noise(1);
    const noisy = fiveByFour.map((watts) =>
      Math.max(0, watts * (0.65 + 0.25 * random()) * (watts < 200 && random() > 0.8 ? 0 : 1)),
    );
    const { intervals, sets } = detectIntervals(noisy).value!;
    expect(sets.map(({ label }) => label)).toEqual(['5 × 4 min']);
    intervals.forEach(({ from, to }, k) => {
      expect(Math.abs(from - (600 + 480 * k))).toBeLessThanOrEqual(3);
      expect(Math.abs(to - (840 + 480 * k))).toBeLessThanOrEqual(3);
    });
  });

  it('finds short sprints, at the very start too', () => {
    const sprints = Array.from({ length: 20 }, () => session([900, 15], [50, 45])).flat();
    expect(detectIntervals(sprints).value!.sets).toEqual([
      expect.objectContaining({ label: '20 × 15 s', average: 900 }),
    ]);
    expect(detectIntervals(sprints).value!.intervals[0]).toEqual({ from: 0, to: 15, seconds: 15, average: 900 });
  });

  it('tells sets of different length or effort apart', () => {
    const mixed = session(
      [120, 600],
      [300, 480],
      [120, 300],
      [300, 480],
      [120, 300],
      [420, 60],
      [120, 120],
      [420, 60],
      [120, 120],
      [420, 60],
      [120, 300],
    );
    expect(detectIntervals(mixed).value!.sets.map(({ label }) => label)).toEqual(['2 × 8 min', '3 × 1 min']);
  });

  it('bridges a dip and drops a blip', () => {
    const dipped = session([150, 600], [350, 200], [100, 8], [350, 200], [150, 300], [350, 6], [150, 300]);
    expect(detectIntervals(dipped, { smoothing: 3 }).value!.intervals.map(({ seconds }) => seconds)).toEqual([408]);
    expect(detectIntervals(dipped, { smoothing: 3, longestDip: 5 }).value!.intervals.length).toBe(2);
    expect(detectIntervals(dipped, { smoothing: 3, shortest: 4 }).value!.intervals.length).toBe(2);
  });

  it('takes a threshold of its own', () => {
    expect(detectIntervals(fiveByFour, { threshold: 400 }).value!.threshold).toBe(400);
    expect(detectIntervals(fiveByFour, { threshold: 500 })).toMatchObject({ reason: 'no_fit' });
    expect(detectIntervals(session([200, 300], [210, 300]), { threshold: 205 })).toMatchObject({
      reason: 'no_fit',
      detail: expect.stringContaining('1.05'),
    });
  });

  it('does not depend on the unit of the effort', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), (scale) => {
        const scaled = detectIntervals(fiveByFour.map((watts) => watts * scale)).value!;
        expect(scaled.intervals.map(({ from, to }) => [from, to])).toEqual(
          [0, 1, 2, 3, 4].map((k) => [600 + 480 * k, 840 + 480 * k]),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, number[], Parameters<typeof detectIntervals>[1], string]>([
    ['nothing', [], {}, 'too_short'],
    ['two minutes less one', repeat(119, 200), {}, 'too_short'],
    ['an hour without data', NaNs(3600), {}, 'too_short'],
    ['a steady hour', repeat(3600, 250), {}, 'no_fit'],
    ['an hour of zeros', repeat(3600, 0), {}, 'no_fit'],
    ['a stop in a steady ride', [...repeat(1800, 220), ...repeat(300, 0), ...repeat(1800, 220)], {}, 'no_fit'],
    ['negative effort', [...repeat(200, 200), -1], {}, 'bad_input'],
    ['infinite effort', [...repeat(200, 200), Number.POSITIVE_INFINITY], {}, 'bad_input'],
    ['a smoothing of 0', repeat(200, 200), { smoothing: 0 }, 'bad_input'],
    ['a threshold of 0', repeat(200, 200), { threshold: 0 }, 'bad_input'],
    ['a threshold without a number', repeat(200, 200), { threshold: Number.NaN }, 'bad_input'],
  ])('refuses %s', (_, effort, options, reason) => {
    expect(detectIntervals(effort, options)).toMatchObject({ value: null, reason });
  });

  it('finds no intervals in an easy, uneven ride', () => {
    const random = noise(5);
    expect(detectIntervals(Array.from({ length: 5400 }, () => 180 * (1 + 0.4 * random())))).toMatchObject({
      reason: 'no_fit',
    });
  });
});
