import { describe, expect, it } from 'vitest';
import { flag, number, numbers, text, whole } from './field.ts';
import { readFields } from './read.ts';
import { changes, checkedValues, wireValues } from './write.ts';

const fields = [
  number('distance_km', 'distance', { scale: 1000, range: [0, 2000] }),
  whole('time_s', 'moving_time'),
  text('availability', 'training_availability', { choices: ['NORMAL', 'LIMITED'] }),
  flag('hidden', 'hide_from_athlete'),
  numbers('zones_bpm', 'hr_zones'),
];

describe('values under our names', () => {
  it('are read in our units, and missing is null', () => {
    expect(readFields({ distance: 42_195, moving_time: null, hr_zones: [] }, fields)).toEqual({
      distance_km: 42.195,
      time_s: null,
      availability: null,
      hidden: null,
      zones_bpm: null,
    });
  });

  it('are written in the units of the platform, whole where it wants whole numbers', () => {
    const values = checkedValues({ distance_km: 10, time_s: 3600.4, availability: 'limited', hidden: 'true' }, fields);
    expect(wireValues(values, fields)).toEqual({
      distance: 10_000,
      moving_time: 3600,
      training_availability: 'LIMITED',
      hide_from_athlete: true,
    });
  });

  it('may come back in miles, as an imperial account reads them', () => {
    expect(checkedValues({ distance_mi: 10 }, fields).distance_km).toBeCloseTo(16.09344, 6);
  });

  it('clear with null', () => {
    expect(wireValues(checkedValues({ time_s: null }, fields), fields)).toEqual({ moving_time: null });
  });

  it.each([
    [{ distance: 3 }, 'use distance_km'],
    [{ distance_km: 5000 }, 'from 0 to 2000'],
    [{ availability: 'OFTEN' }, 'one of NORMAL, LIMITED'],
    [{ zones_bpm: '1,2' }, 'list of numbers'],
    [{}, 'No value'],
  ])('refuse %j', (values, said) => {
    try {
      checkedValues(values, fields);
      expect.unreachable();
    } catch (error) {
      const { message, next } = error as { message: string; next: string };
      expect(`${message} ${next}`).toContain(said);
    }
  });

  it('differ only where they really do: 32-bit echoes, empty texts and false flags are no change', () => {
    const before = { distance_km: 69.849998, availability: null, hidden: null, zones_bpm: [100, 120] };
    expect(changes(before, { distance_km: 69.85, availability: '', hidden: false, zones_bpm: [100, 121] })).toEqual([
      { field: 'zones_bpm', before: [100, 120], after: [100, 121] },
    ]);
  });
});
