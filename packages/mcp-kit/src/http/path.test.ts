import { describe, expect, it } from 'vitest';
import { path } from './path.ts';

describe('path', () => {
  it('encodes every hole, so that an id stays inside its segment', () => {
    expect(path`athlete/${'i1/../../admin?x=1#y'}/events/${42}`).toBe(
      'athlete/i1%2F..%2F..%2Fadmin%3Fx%3D1%23y/events/42',
    );
  });

  it.each(['', '.', '..'])('refuses %j, which no encoding makes harmless', (hole) => {
    expect(() => path`athlete/${hole}`).toThrow(RangeError);
  });
});
