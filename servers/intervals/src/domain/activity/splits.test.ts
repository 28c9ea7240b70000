import { describe, expect, it } from 'vitest';
import { splitsOf, usualSplit } from './splits.ts';

describe('splits by distance', () => {
  const steady = Array.from({ length: 1001 }, (_, second) => 4 * second);

  it('last as long as the distance took, and the rest is the last of them', () => {
    const splits = splitsOf(steady, 1000);
    expect(splits.map(({ metres }) => metres)).toEqual([1000, 1000, 1000, 1000]);
    expect(splits.map(({ seconds }) => seconds)).toEqual([250, 250, 250, 250]);
    expect(splitsOf(steady, 1500).map(({ metres }) => metres)).toEqual([1500, 1500, 1000]);
  });

  it('are cut between two samples', () => {
    expect(splitsOf([0, 3, 6, 9], 5)[0]?.seconds).toBeCloseTo(5 / 3, 10);
  });

  it('count a pause, go over holes, and give none without a distance', () => {
    const stopped = steady.flatMap((metres, i) => (i === 100 ? Array<number>(60).fill(metres) : [metres]));
    expect(splitsOf(stopped, 1000)[0]?.seconds).toBeCloseTo(309, 6);
    const holed = steady.map((metres, i) => (i % 7 === 3 ? Number.NaN : metres));
    expect(splitsOf(holed, 1000)[0]?.seconds).toBeCloseTo(250, 6);
    expect(splitsOf([Number.NaN, Number.NaN], 1000)).toEqual([]);
    expect(splitsOf([], 1000)).toEqual([]);
  });

  it('add up to the whole', () => {
    const splits = splitsOf(steady, 317);
    const whole = splits.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(whole).toBeCloseTo(1000, 6);
  });

  it('are as long as people of the sport speak of', () => {
    expect([usualSplit('Swim', false), usualSplit('Run', false), usualSplit('Ride', false)]).toEqual([100, 1000, 5000]);
    expect(usualSplit('Run', true)).toBeCloseTo(1609.344, 6);
  });
});
