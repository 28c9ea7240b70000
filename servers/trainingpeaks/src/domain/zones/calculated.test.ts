import { describe, expect, it } from 'vitest';
import { wireCalculatedZones, wireZoneGroup } from '../../client/settings/wire.ts';
import { keepsThreshold, scaledZones, zonesOf } from './calculated.ts';

const group = (zones: readonly [number, number][], threshold: number | null) =>
  wireZoneGroup.parse({
    workoutTypeId: 2,
    threshold,
    calculationMethod: 9,
    zones: zones.map(([minimum, maximum], i) => ({ label: `Z${i + 1}`, minimum, maximum })),
  });
const bounds = (zones: readonly { minimum: number | null; maximum: number | null }[]) =>
  zones.map(({ minimum, maximum }) => [minimum, maximum]);

describe('bands that move with their threshold', () => {
  it('stay whole and without gaps for power, and keep the open top', () => {
    const power = group(
      [
        [0, 137],
        [138, 187],
        [188, 2000],
      ],
      250,
    );
    expect(bounds(scaledZones('power', power, 275))).toEqual([
      [0, 151],
      [152, 206],
      [207, 2000],
    ]);
  });

  it('keep their fractions for speed', () => {
    const speed = group(
      [
        [0, 3.2],
        [3.2, 40],
      ],
      4,
    );
    const moved = bounds(scaledZones('speed', speed, 5));
    expect(moved[0]?.[1]).toBeCloseTo(4, 9);
    expect(moved[1]?.[0]).toBeCloseTo(4, 9);
    expect(moved[1]?.[1]).toBe(40);
  });

  it('cannot move without a threshold to start from, or without bands', () => {
    expect(() => scaledZones('power', group([[0, 2000]], null), 250)).toThrow('nothing to scale');
    expect(() => scaledZones('power', group([], 250), 250)).toThrow('nothing to scale');
  });
});

describe('what the calculator says', () => {
  const answer = wireCalculatedZones.parse({
    calculationMethod: 4,
    lactateThreshold: 250,
    thresholdSpeed: null,
    zones: [{ label: 'Z1', minimum: 0, maximum: 137, minimumAsDouble: 0, maximumAsDouble: 137.5 }],
  });

  it('is taken as whole numbers for power and exactly for speed', () => {
    expect(zonesOf('power', answer)[0]?.maximum).toBe(137);
    expect(zonesOf('speed', answer)[0]?.maximum).toBe(137.5);
  });

  it('belongs to a test when the threshold comes back more than 2 % away', () => {
    expect(keepsThreshold('power', 251, answer)).toBe(true);
    expect(keepsThreshold('power', 278, answer)).toBe(false);
    expect(keepsThreshold('speed', 4, answer)).toBe(true);
  });

  it('is refused without zones', () => {
    expect(() => zonesOf('power', { ...answer, zones: [] })).toThrow('without zones');
  });
});
