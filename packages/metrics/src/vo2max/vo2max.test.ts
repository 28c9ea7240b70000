import { describe, expect, it } from 'vitest';
import { reasonOf, unwrap, warningsOf } from '../../test/unwrap.ts';
import {
  vo2maxAcsm,
  vo2maxCooper,
  vo2maxFromMets,
  vo2maxHawleyNoakes,
  vo2maxSitko,
  vo2maxStorer,
  vo2maxUth,
} from './index.ts';

describe('VO₂max estimates', () => {
  it.each([
    ['ACSM', vo2maxAcsm(350, 70), 61],
    ['Sitko', vo2maxSitko(350, 70), 60.95],
    ['Hawley–Noakes', vo2maxHawleyNoakes(400, 70), (1000 * (0.01141 * 400 + 0.435)) / 70],
    ['Storer, men', vo2maxStorer(400, { kilograms: 70, age: 30, sex: 'male' }), (4204 + 444.5 - 314.7 + 519.3) / 70],
    ['Storer, women', vo2maxStorer(300, { kilograms: 60, age: 30, sex: 'female' }), (2817 + 462 - 176.4 + 136.7) / 60],
    ['Uth', vo2maxUth(190, 50), 58.14],
    ['Cooper', vo2maxCooper(3000), (3000 - 504.9) / 44.73],
    ['device METs', vo2maxFromMets(15), 52.5],
  ])('%s', (_, found, expected) => {
    expect(unwrap(found)).toBeCloseTo(expected, 9);
    expect(warningsOf(found)).toEqual(['estimate']);
  });

  it.each([
    vo2maxAcsm(0, 70),
    vo2maxSitko(350, 0),
    vo2maxHawleyNoakes(-1, 70),
    vo2maxStorer(400, { kilograms: 70, age: Number.NaN, sex: 'male' }),
    vo2maxUth(50, 50),
    vo2maxUth(190, 0),
    vo2maxCooper(504.9),
    vo2maxFromMets(Number.POSITIVE_INFINITY),
  ])('refuse what is not a person (%#)', (refused) => {
    expect(reasonOf(refused)).toBe('bad_input');
  });
});
