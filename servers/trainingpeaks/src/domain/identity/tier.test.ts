import { describe, expect, it } from 'vitest';
import { wireUser } from '../../client/identity/wire.ts';
import { planningLimit, tierFor } from './tier.ts';

const TODAY = '2026-10-14';
const OWN = '1200001';

/** An account with one athlete in its roster; `own` are the fields of the person who signed in. */
const account = (entry: object, own: object = {}) =>
  wireUser.parse({ user: { personId: 1_200_001, athletes: [{ athleteId: 77, ...entry }], ...own } });

describe('the tier of an athlete', () => {
  it.each([
    [{ premiumTrialDaysRemaining: 3, expireOn: '2020-01-01T00:00:00', userType: 6 }, 'trial'],
    [{ premiumTrialDaysRemaining: 0, expireOn: '2027-01-01T00:00:00', userType: 4 }, 'premium'],
    [{ expireOn: `${TODAY}T00:00:00`, userType: 4 }, 'premium'],
    [{ expireOn: '2026-10-13T00:00:00', userType: 1 }, 'coach-paid premium'],
    [{ expireOn: '2026-10-13T00:00:00', userType: 6 }, 'basic'],
    [{ expireOn: '2026-10-13T00:00:00', userType: null }, 'basic'],
    [{ expireOn: 'never', userType: 4 }, null],
    [{ expireOn: null }, null],
  ])('of %j is %s', (entry, tier) => {
    expect(tierFor(account(entry), '77', TODAY)).toBe(tier);
  });

  it('is unknown for somebody who is not on the roster', () => {
    expect(tierFor(account({ expireOn: '2027-01-01' }), '78', TODAY)).toBeNull();
  });

  it('of the owner is that of the account where the roster does not have him', () => {
    const entry = { expireOn: '2020-01-01T00:00:00', userType: 6 };
    expect(tierFor(account(entry, { expireDate: '2027-01-01T00:00:00', userType: 4 }), OWN, TODAY)).toBe('premium');
    const flagged = (isPremium: boolean) => account(entry, { settings: { account: { isPremium } } });
    expect([flagged(true), flagged(false), account(entry)].map((user) => tierFor(user, OWN, TODAY))).toEqual([
      'premium',
      'basic',
      null,
    ]);
  });
});

describe('the planning limit', () => {
  const limit = (tier: Parameters<typeof planningLimit>[0], day: string, now: string) =>
    planningLimit(tier, day, new Date(now));

  it('holds for basic accounts only, from the day after tomorrow on', () => {
    const noon = '2026-10-14T18:00:00Z';
    expect(limit('basic', '2026-10-15', noon)).toBeUndefined();
    expect(limit('basic', '2026-10-16', noon)).toContain('until tomorrow (2026-10-15) only');
    expect([limit('premium', '2027-01-01', noon), limit(null, '2027-01-01', noon)]).toEqual([undefined, undefined]);
  });

  it('counts the days six hours behind UTC: a European morning is still yesterday there', () => {
    expect(limit('basic', '2026-10-15', '2026-10-14T05:00:00Z')).toContain('(2026-10-14)');
  });
});
