import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SessionFeatures, similarSessions } from './index.ts';

const session: SessionFeatures = {
  id: 'a',
  sport: 'Ride',
  seconds: 5400,
  distance: 45_000,
  elevationGain: 600,
  load: 95,
  intensity: 0.8,
  zoneShares: [0.3, 0.4, 0.2, 0.1],
};
const like = (id: string, change: Partial<SessionFeatures> = {}): SessionFeatures => ({ ...session, id, ...change });

describe('similarSessions', () => {
  it('is 1 for the same session under another name, in every feature', () => {
    const [twin] = similarSessions(session, [like('b')]).value!;
    expect(twin).toMatchObject({ id: 'b', similarity: 1 });
    expect(twin!.features.map(({ similarity }) => similarity)).toEqual(new Array(6).fill(1));
  });

  it('names the most alike first, with the feature that differs most in front', () => {
    const candidates = [
      like('far', { seconds: 8000 }),
      like('near', { seconds: 5600 }),
      like('hard', { intensity: 0.95 }),
    ];
    const found = similarSessions(session, candidates).value!;
    expect(found[0]!.id).toBe('near');
    expect(found.find(({ id }) => id === 'hard')!.features[0]!.feature).toBe('intensity');
    expect(found.map(({ similarity }) => similarity)).toEqual(
      found.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
    );
  });

  it('halves with one unit: half as long again, or 15 % harder', () => {
    const only = { intensity: 0, zoneShares: 0, load: 0, distance: 1e-12, elevationGain: 0, seconds: 1 };
    const longer = { ...session, seconds: 1.5 * (session.seconds! + 60) - 60 };
    expect(
      similarSessions(session, [{ ...longer, id: 'b' }], { weights: only, least: 0 }).value![0]!.similarity,
    ).toBeCloseTo(0.5, 6);
  });

  it('leaves out another sport, itself, the unlike, and all after the tenth', () => {
    const candidates = [
      like('a'),
      like('run', { sport: 'Run' }),
      like('far', { seconds: 600, intensity: 1.3, load: 10, distance: 3000 }),
    ];
    expect(similarSessions(session, candidates).value).toEqual([]);
    const many = Array.from({ length: 30 }, (_, i) => like(`s${String(i).padStart(2, '0')}`));
    expect(similarSessions(session, many).value!.map(({ id }) => id)).toEqual(many.slice(0, 10).map(({ id }) => id));
    expect(similarSessions(session, many, { most: 3 }).value!.length).toBe(3);
  });

  it('compares only what both have, and zones only of one number', () => {
    const bare: SessionFeatures = { id: 'b', sport: 'Ride', seconds: 5400, intensity: 0.8 };
    expect(
      similarSessions(session, [bare])
        .value![0]!.features.map(({ feature }) => feature)
        .sort(),
    ).toEqual(['intensity', 'seconds']);
    expect(similarSessions(session, [{ id: 'b', sport: 'Ride', seconds: 5400 }]).value).toEqual([]);
    const five = like('c', { zoneShares: [0.2, 0.2, 0.2, 0.2, 0.2] });
    expect(similarSessions(session, [five]).value![0]!.features.length).toBe(5);
  });

  it('does not depend on which of two is asked about, nor on who else is there', () => {
    const positive = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, positive, (a, b, c, d) => {
        const [one, two] = [
          { id: 'a', sport: 'Run', seconds: a, distance: b },
          { id: 'b', sport: 'Run', seconds: c, distance: d },
        ];
        const there = similarSessions(one, [two, { ...one, id: 'z' }], { least: 0 }).value!.find(
          ({ id }) => id === 'b',
        )!;
        const back = similarSessions(two, [one], { least: 0 }).value![0]!;
        expect(there.similarity).toBeCloseTo(back.similarity, 10);
        expect(there.similarity).toBeGreaterThanOrEqual(0);
        expect(there.similarity).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('takes 0 as a value', () => {
    const flat = like('b', { elevationGain: 0 });
    expect(similarSessions({ ...session, elevationGain: 0 }, [flat]).value![0]!.similarity).toBe(1);
    expect(similarSessions(session, [flat]).value![0]!.features[0]!.feature).toBe('elevationGain');
  });

  it.each<[string, Parameters<typeof similarSessions>, string]>([
    ['one feature', [{ id: 'a', sport: 'Ride', seconds: 1 }, []], 'too_few'],
    ['a negative feature', [like('a', { load: -1 }), []], 'bad_input'],
    ['a broken candidate', [session, [like('b', { intensity: Number.NaN })]], 'bad_input'],
    ['zones in percent', [like('a', { zoneShares: [30, 40, 20, 10] }), []], 'bad_input'],
    ['a negative weight', [session, [], { weights: { load: -1 } }], 'bad_input'],
    ['a least above 1', [session, [], { least: 1.1 }], 'bad_input'],
    ['no sessions to name', [session, [], { most: 0 }], 'bad_input'],
  ])('refuses %s', (_, [of, candidates, options], reason) => {
    expect(similarSessions(of, candidates, options)).toMatchObject({ value: null, reason });
  });
});
