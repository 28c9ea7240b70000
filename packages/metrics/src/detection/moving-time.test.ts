import { describe, expect, it } from 'vitest';
import { movingTime, stretchesOf, surges } from './index.ts';

const repeat = (n: number, v: number) => new Array<number>(n).fill(v);
const NaNs = (n: number) => repeat(n, Number.NaN);

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
