import { describe, expect, it } from 'vitest';
import { chooseSubType, requireSportId, sportFamily, sportId, sportName, subTypeName } from './sport.ts';

const types = [
  {
    id: 2,
    name: 'Bike',
    subTypes: [
      { id: 3, name: 'Road Bike' },
      { id: 6, name: 'Indoor Bike' },
    ],
  },
  { id: 3, name: 'Run', subTypes: [{ id: 10, name: 'Road Run' }] },
  { id: 9, name: 'Strength', subTypes: [] },
  {
    id: 11,
    name: 'XC-Ski',
    subTypes: [
      { id: 26, name: 'Classic' },
      { id: 46, name: 'Cross Country' },
    ],
  },
  { id: 29, name: 'Strength', subTypes: [{ id: 22, name: 'Yoga' }] },
];

describe('a sport', () => {
  it('is known by its name in any spelling, by other common words, and by its id', () => {
    expect(['Bike', 'bike', 'Cycling', '2'].map(sportId)).toEqual([2, 2, 2, 2]);
    expect(['MtnBike', 'mountain bike', 'MTB', '8'].map(sportId)).toEqual([8, 8, 8, 8]);
    expect(['Day Off', 'DayOff', 'rest day'].map(sportId)).toEqual([7, 7, 7]);
    expect(sportId('Curling')).toBeUndefined();
  });

  it('keeps mountain bike and walk apart from 4 and 6, which other clients mixed up', () => {
    expect([4, 6, 8, 13].map(sportName)).toEqual(['Brick', 'Race', 'MtnBike', 'Walk']);
  });

  it('shows an id that came later as it is, and guesses no family for it', () => {
    expect(sportName(77)).toBe('type 77');
    expect(sportFamily(77)).toBe('other');
    expect(sportName(null)).toBeNull();
  });

  it('is refused with the names there are', () => {
    expect(() => requireSportId('Runn')).toThrow(/not a sport/);
  });
});

describe('a sub type', () => {
  it('is chosen by name, by its beginning, or by id, within its sport', () => {
    expect(chooseSubType(2, 'road', types)).toEqual({ sport: 2, subType: 3 });
    expect(chooseSubType(2, 'Indoor Bike', types)).toEqual({ sport: 2, subType: 6 });
    expect(chooseSubType(3, '10', types)).toEqual({ sport: 3, subType: 10 });
    expect(chooseSubType(11, 'cross country', types)).toEqual({ sport: 11, subType: 46 });
  });

  it('of strength belongs to the new family, which is then the sport', () => {
    expect(chooseSubType(9, 'yoga', types)).toEqual({ sport: 29, subType: 22 });
  });

  it('of another sport is refused', () => {
    expect(() => chooseSubType(2, 'Yoga', types)).toThrow(/not a sub type of Bike/);
    expect(() => chooseSubType(2, '10', types)).toThrow(/not a sub type of Bike/);
  });

  it('that the list does not have is shown by its id', () => {
    expect(subTypeName(6, types)).toBe('Indoor Bike');
    expect(subTypeName(999, types)).toBe('sub type 999');
  });
});
