import { describe, expect, it } from 'vitest';
import { COLLEAGUES_ATHLETE_ID, NEWCOMER_ID, OWN_ID } from '../index.ts';
import { type Row, testSandbox } from '../testing/call.ts';

interface UserAnswer {
  readonly user: { personId: number; athletes: Row[]; settings: { account: Row } };
  readonly accountStatus: Row;
}
const userOf = (account: Parameters<typeof testSandbox>[0]) => testSandbox(account).get<UserAnswer>('/users/v3/user');

describe('the user', () => {
  it('of an athlete has one athlete, himself', async () => {
    const { user, accountStatus } = await userOf({});
    expect(user.athletes.map(({ athleteId }) => athleteId)).toEqual([user.personId]);
    expect(accountStatus).toMatchObject({ isCoach: false, isAthlete: true });
    expect(user.settings.account).toMatchObject({ isPremium: true });
  });

  it('behaviour 4: of a coach starts with somebody else, and has the coach by his e-mail', async () => {
    const { user, accountStatus } = await userOf({ account: 'coach' });
    expect(user.personId).toBe(OWN_ID);
    expect(user.athletes).toHaveLength(21);
    expect(user.athletes[0]?.athleteId).not.toBe(OWN_ID);
    const own = user.athletes.find(({ email }) => email === 'maja.demo@example.com');
    expect(own).toMatchObject({ athleteId: OWN_ID, coachedBy: OWN_ID });
    expect(accountStatus).toMatchObject({ isCoach: true });
  });

  it('of a coach outside his roster is nowhere in it', async () => {
    const { user } = await userOf({ account: 'coach-outside' });
    expect(user.athletes.map(({ athleteId }) => athleteId)).not.toContain(OWN_ID);
    expect(user.athletes).toHaveLength(20);
  });

  it('leaves out colleagues’ athletes, and the newcomer until the service catches up', async () => {
    const sandbox = testSandbox({ account: 'coach' });
    const ids = async () => (await sandbox.get<UserAnswer>('/users/v3/user')).user.athletes.map((row) => row.athleteId);
    expect(await ids()).not.toContain(COLLEAGUES_ATHLETE_ID);
    expect(await ids()).not.toContain(NEWCOMER_ID);
    sandbox.quirks.newcomerInRoster = true;
    expect(await ids()).toContain(NEWCOMER_ID);
    expect(await sandbox.status('GET', `/fitness/v1/athletes/${COLLEAGUES_ATHLETE_ID}/settings`)).toBe(200);
  });

  it('of a basic account and of a trial say so', async () => {
    const basic = await userOf({ account: 'basic' });
    expect(basic.user.settings.account).toMatchObject({ isPremium: false, userType: 6 });
    const trial = await userOf({ account: 'trial' });
    expect(trial.user.athletes[0]).toMatchObject({ premiumTrial: true, premiumTrialDaysRemaining: 9 });
  });

  it('comes unwrapped from old captures', async () => {
    const sandbox = testSandbox();
    sandbox.quirks.unwrappedUser = true;
    expect(await sandbox.get('/users/v3/user')).toMatchObject({ personId: OWN_ID });
  });
});

describe('the settings', () => {
  it('have 57 keys, secrets among them', async () => {
    const body = await testSandbox().get('/fitness/v1/athletes/1200001/settings');
    expect(Object.keys(body)).toHaveLength(57);
    expect(body).toMatchObject({ iCalendarKeys: { workoutsOnly: expect.any(String) } });
  });

  it('have zones that do not overlap and end in a sentinel', async () => {
    const body = await testSandbox().get<Record<string, { zones: { minimum: number; maximum: number }[] }[]>>(
      '/fitness/v1/athletes/1200001/settings',
    );
    const [power] = body.powerZones!;
    expect(power!.zones.at(-1)!.maximum).toBe(2000);
    for (const [i, zone] of power!.zones.slice(1).entries()) expect(zone.minimum).toBe(power!.zones[i]!.maximum + 1);
  });
});
