import { describe, expect, it } from 'vitest';
import { requireWholeFile } from './workout-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fit = Uint8Array.from([14, 16, 0, 0, 3, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0, 1, 2, 3, 9, 9]);
const zip = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

describe('a downloaded workout', () => {
  it.each([
    ['zwo', bytes('<workout_file></workout_file>')],
    ['erg', bytes('[COURSE DATA]\n[END COURSE DATA]\n')],
    ['fit', fit],
    ['zip', zip],
  ])('is whole as %s, and refused when its end is missing', (kind, whole) => {
    expect(() => requireWholeFile(kind, whole)).not.toThrow();
    expect(() => requireWholeFile(kind, whole.slice(0, whole.length - 3))).toThrow('not whole');
  });

  it('of another kind is refused', () => {
    expect(() => requireWholeFile('fit', zip)).toThrow('not whole');
  });
});
