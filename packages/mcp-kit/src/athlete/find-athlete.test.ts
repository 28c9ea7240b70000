import { describe, expect, it } from 'vitest';
import type { Athlete } from './athlete.ts';
import { findAthlete } from './find-athlete.ts';

const athlete = (id: string, name: string, aliases?: string[]): Athlete => ({
  id,
  name,
  timeZone: undefined,
  units: 'metric',
  isSelf: id === 'i1',
  ...(aliases !== undefined && { aliases }),
});
const people = [athlete('i1', 'Coach'), athlete('i2', 'Sarah Holm'), athlete('i3', 'Zoë Álvarez', ['Sarah', 'Flash'])];
const source = { self: async () => people[0]!, list: async () => people };

describe('an athlete by another name', () => {
  it('is found by it, case and accents apart', async () => {
    expect((await findAthlete(source, 'flash')).id).toBe('i3');
  });

  it('comes before a beginning of a name, because it was given on purpose', async () => {
    expect((await findAthlete(source, 'Sarah')).id).toBe('i3');
    expect((await findAthlete(source, 'Sarah H')).id).toBe('i2');
  });

  it('is ambiguous when two have it', async () => {
    const two = [...people, athlete('i4', 'Flash')];
    await expect(findAthlete({ ...source, list: async () => two }, 'flash')).rejects.toMatchObject({
      kind: 'ambiguous',
    });
  });
});
