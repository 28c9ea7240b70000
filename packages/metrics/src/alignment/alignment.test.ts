import { describe, expect, it } from 'vitest';
import { alignWorkout, type PlannedStep } from './index.ts';

const step = (seconds: number | null, middle: number | null, kind?: 'work' | 'rest'): PlannedStep => ({
  seconds,
  target: middle === null ? null : { low: 0.95 * middle, high: 1.05 * middle },
  ...(kind && { kind }),
});
const repeated = <T>(n: number, block: readonly T[]) => Array.from({ length: n }, () => block).flat();
const workout = [step(600, 150), ...repeated(4, [step(240, 280), step(180, 130)]), step(300, 140)];

type Block = readonly [seconds: number, watts: number];
const doing = (blocks: readonly Block[]) =>
  blocks.flatMap(([seconds, watts]) => new Array<number>(seconds).fill(watts));
const lapsOf = (blocks: readonly Block[]) => {
  let at = 0;
  return blocks.map(([seconds]) => {
    at += seconds;
    return { from: at - seconds, to: at };
  });
};
const asPlanned: Block[] = workout.map(({ seconds, target }) => [seconds!, (target!.low + target!.high) / 2]);
/** Numbers in −1…1 that look random and are the same on every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 1_073_741_824 - 1;
  };
}

describe('by device laps', () => {
  it('takes the laps as the steps when they have their lengths', () => {
    const result = alignWorkout({ steps: workout, laps: lapsOf(asPlanned), effort: doing(asPlanned) });
    expect(result).toMatchObject({ method: 'device laps', coverage: 1, warnings: [] });
    expect(result.value).toMatchObject({ by: 'laps', work: { met: 4, planned: 4 } });
    expect(result.value!.steps[1]).toEqual({
      step: 1,
      kind: 'work',
      place: { from: 600, to: 840 },
      seconds: 240,
      durationPercent: 100,
      average: 280,
      targetPercent: 100,
      inTarget: 1,
      duration: 'met',
      effort: 'met',
    });
    expect(result.value!.steps[2]).toMatchObject({ kind: 'rest', place: { from: 840, to: 1020 } });
  });

  it('says which interval was too easy, too hard, too short', () => {
    const blocks = asPlanned.map(([seconds, watts], i): Block => {
      if (i === 1) return [seconds, 250];
      if (i === 3) return [seconds, 310];
      return i === 7 ? [200, watts] : [seconds, watts];
    });
    const { steps, work } = alignWorkout({ steps: workout, laps: lapsOf(blocks), effort: doing(blocks) }).value!;
    expect(steps[1]).toMatchObject({ effort: 'under', targetPercent: expect.closeTo(89.3, 1), inTarget: 0 });
    expect(steps[3]).toMatchObject({ effort: 'over', duration: 'met' });
    expect(steps[5]).toMatchObject({ effort: 'met', duration: 'met' });
    expect(steps[7]).toMatchObject({ duration: 'short', durationPercent: expect.closeTo(83.3, 1) });
    expect(work).toEqual({ met: 1, planned: 4 });
  });

  it('joins laps that the rider split, and leaves out one that is not of the workout', () => {
    const split = asPlanned.flatMap(([seconds, watts], i): Block[] =>
      i === 0
        ? [
            [350, watts],
            [250, watts],
          ]
        : [[seconds, watts]],
    );
    const blocks: Block[] = [[420, 110], ...split, [900, 120]];
    const { by, steps } = alignWorkout({ steps: workout, laps: lapsOf(blocks), effort: doing(blocks) }).value!;
    expect(by).toBe('laps');
    expect(steps[0]!.place).toEqual({ from: 420, to: 1020 });
    expect(steps.at(-1)!.place).toEqual({ from: 420 + 2280, to: 420 + 2580 });
  });

  it('leaves the steps after an early end undone', () => {
    const blocks = asPlanned.slice(0, 5);
    const { by, steps, work } = alignWorkout({ steps: workout, laps: lapsOf(blocks), effort: doing(blocks) }).value!;
    expect(by).toBe('laps');
    expect(steps[4]!.place).toEqual({ from: 1260, to: 1440 });
    expect(steps[5]).toMatchObject({ place: null, seconds: null, average: null, duration: null, effort: null });
    expect(work).toEqual({ met: 2, planned: 4 });
  });

  it('takes an open step as long as its lap was', () => {
    const open = [step(600, 150), step(240, 280), step(null, 120), step(240, 280), step(null, null)];
    const blocks: Block[] = [
      [600, 150],
      [240, 280],
      [413, 120],
      [240, 280],
      [700, 100],
    ];
    const { steps } = alignWorkout({ steps: open, laps: lapsOf(blocks), effort: doing(blocks) }).value!;
    expect(steps[2]).toMatchObject({ seconds: 413, durationPercent: null, duration: null, effort: 'met' });
    expect(steps[4]).toMatchObject({ seconds: 700, targetPercent: null, inTarget: null, effort: null });
  });
});

describe('by the effort itself', () => {
  it('finds the steps when every lap is a kilometre', () => {
    const blocks: Block[] = [[500, 110], ...asPlanned, [800, 115]];
    const effort = doing(blocks);
    const kilometres = Array.from({ length: Math.floor(effort.length / 175) }, (_, i) => ({
      from: 175 * i,
      to: 175 * (i + 1),
    }));
    const result = alignWorkout({ steps: workout, laps: kilometres, effort });
    expect(result).toMatchObject({ method: 'found in the effort', warnings: [{ code: 'approximate_edges' }] });
    expect(result.value).toMatchObject({ by: 'signal', work: { met: 4, planned: 4 } });
    for (let k = 0; k < 4; k++) {
      const { place } = result.value!.steps[1 + 2 * k]!;
      expect(place).toEqual({ from: 1100 + 420 * k, to: 1340 + 420 * k });
    }
  });

  it('is not fooled by laps of four minutes that cut across the plan', () => {
    const plan = repeated(5, [step(240, 280), step(240, 130)]);
    const effort = [
      ...new Array<number>(120).fill(130),
      ...doing(
        repeated(5, [
          [240, 280],
          [240, 130],
        ] as Block[]),
      ),
    ];
    const laps = Array.from({ length: 10 }, (_, i) => ({ from: 240 * i, to: 240 * (i + 1) }));
    const { by, steps } = alignWorkout({ steps: plan, laps, effort }).value!;
    expect(by).toBe('signal');
    expect(steps[0]!.place!.to).toBe(360);
  });

  it('follows longer rests, noise and dropouts', () => {
    const random = noise(2);
    const blocks = asPlanned.map(([seconds, watts], i): Block => [i === 4 ? 260 : seconds, watts]);
    const effort = doing(blocks).map((watts, i) =>
      i % 97 === 0 ? Number.NaN : Math.max(0, watts * (1 + 0.3 * random())),
    );
    const { by, steps } = alignWorkout({ steps: workout, effort }).value!;
    expect(by).toBe('signal');
    expect(steps[4]).toMatchObject({ duration: 'long' });
    expect(Math.abs(steps[5]!.place!.from - (600 + 240 + 180 + 240 + 260))).toBeLessThanOrEqual(3);
  });

  it('says which of the last steps were not done', () => {
    const { steps, work } = alignWorkout({ steps: workout, effort: doing(asPlanned.slice(0, 6)) }).value!;
    expect(steps.slice(0, 6).every(({ place }) => place !== null)).toBe(true);
    expect(steps.slice(7).every(({ place }) => place === null)).toBe(true);
    expect(work).toEqual({ met: 3, planned: 4 });
  });

  it('takes a plan of one effort only as the whole activity', () => {
    const steady = [step(3600, 200)];
    expect(alignWorkout({ steps: steady, effort: doing([[3500, 195]]) }).value).toMatchObject({
      by: 'signal',
      work: { planned: 0 },
    });
    expect(alignWorkout({ steps: steady, effort: doing([[7200, 195]]) })).toMatchObject({ reason: 'cannot_align' });
    expect(alignWorkout({ steps: steady, effort: doing([[3600, 120]]) })).toMatchObject({ reason: 'cannot_align' });
  });
});

describe('what it refuses', () => {
  it.each<[string, number[]]>([
    ['an easy ride', doing([[3000, 150]])],
    [
      'another workout',
      doing([
        [600, 150],
        [1200, 230],
        [600, 140],
        [1200, 230],
      ]),
    ],
    [
      'one interval of four',
      doing([
        [600, 150],
        [240, 280],
        [2500, 140],
      ]),
    ],
  ])('compares %s with the plan', (_, effort) => {
    expect(alignWorkout({ steps: workout, effort })).toMatchObject({
      value: null,
      reason: 'cannot_align',
      detail: expect.stringMatching(/^there are no laps; .*work steps are near their targets/),
    });
  });

  it('compares free steps without laps', () => {
    expect(alignWorkout({ steps: [step(60, null), step(60, null)], effort: doing([[120, 100]]) })).toMatchObject({
      reason: 'cannot_align',
      detail: 'there are no laps; the workout has no targets and its laps do not match',
    });
    expect(alignWorkout({ steps: workout, effort: doing([[20, 100]]) })).toMatchObject({ reason: 'cannot_align' });
  });

  it.each<[string, Parameters<typeof alignWorkout>[0], string, string]>([
    ['no steps', { steps: [], effort: [1] }, 'bad_input', 'no steps'],
    ['501 steps', { steps: repeated(501, [step(60, 100)]), effort: [1] }, 'bad_input', 'at most 500'],
    ['a step of 0 s', { steps: [step(0, 100)], effort: [1] }, 'bad_input', 'step 1: seconds 0'],
    ['a step without a number', { steps: [step(Number.NaN, 100)], effort: [1] }, 'bad_input', 'seconds NaN'],
    [
      'a target upside down',
      { steps: [{ seconds: 60, target: { low: 200, high: 100 } }], effort: [1] },
      'bad_input',
      'target 200 to 100',
    ],
    [
      'a target without a number',
      { steps: [{ seconds: 60, target: { low: 1, high: Number.NaN } }], effort: [1] },
      'bad_input',
      'step 1',
    ],
    ['no effort', { steps: workout, effort: [] }, 'no_data', 'no data'],
    ['effort without data', { steps: workout, effort: [Number.NaN, Number.NaN] }, 'no_data', 'no data'],
    [
      'laps that overlap',
      {
        steps: workout,
        effort: doing([[99, 1]]),
        laps: [
          { from: 0, to: 50 },
          { from: 40, to: 60 },
        ],
      },
      'bad_input',
      'lap 2 from 40 to 60',
    ],
    ['a lap beyond the end', { steps: workout, effort: [1], laps: [{ from: 0, to: 2 }] }, 'bad_input', 'lap 1'],
    [
      'a lap without a number',
      { steps: workout, effort: [1], laps: [{ from: Number.NaN, to: 1 }] },
      'bad_input',
      'lap 1',
    ],
    ['a plan of three days', { steps: repeated(3, [step(86_400, 100)]), effort: [1] }, 'bad_input', '48 h'],
    ['three days', { steps: workout, effort: new Float64Array(172_801) }, 'bad_input', '48 h'],
  ])('%s', (_, input, reason, detail) => {
    expect(alignWorkout(input)).toMatchObject({ value: null, reason, detail: expect.stringContaining(detail) });
  });
});
