import { describe, expect, it } from 'vitest';
import { eventKilometres } from './event.ts';
import { eventType } from './event-types.ts';

describe('the distance of an event', () => {
  it.each([
    [50_000, 'Meters', 50],
    [50, 'Kilometers', 50],
    [50_000, '', 50],
    [50, null, 50],
    [26.2, 'Miles', 42.1648128],
    [800, 'Meters', 0.8],
    [0, 'Kilometers', 0],
    [null, 'Kilometers', null],
  ])('%s %s is %s km', (distance, units, km) => {
    const found = eventKilometres(distance, units);
    if (km === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(km, 6);
  });
});

describe('the kind of an event', () => {
  it('is known in any spelling, and nothing else is sent, because the platform would store `Undefined`', () => {
    expect(eventType('running road')).toBe('RunningRoad');
    expect(() => eventType('CyclingGravel')).toThrow('none for gravel');
  });
});
