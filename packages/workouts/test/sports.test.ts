import { expect, it } from 'vitest';
import { SPORTS } from '../src/index.ts';
import { sportOfType, typeOfSport } from '../src/intervals/index.ts';
import { sportOfTypeId, typeIdOfSport } from '../src/trainingpeaks/index.ts';

it.each(SPORTS)('%s has a type on each platform that reads back', (sport) => {
  expect(sportOfType(typeOfSport(sport))).toBe(sport);
  expect(sportOfTypeId(typeIdOfSport(sport))).toBe(sport);
});

it('variants belong to their sport, the unknown to none', () => {
  expect(['TrailRun', 'GravelRide', 'OpenWaterSwim', 'Yoga', 'run', null].map(sportOfType)).toEqual([
    'run',
    'bike',
    'swim',
    'other',
    'other',
    'other',
  ]);
  expect([8, 7, null].map(sportOfTypeId)).toEqual(['bike', 'other', 'other']);
});
