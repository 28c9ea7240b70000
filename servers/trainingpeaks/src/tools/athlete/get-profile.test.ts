import { describe, expect, it } from 'vitest';
import { BEGINNER_ID, COLLEAGUES_ATHLETE_ID, OWN_ID } from '../../../sandbox/index.ts';
import { connected } from '../../../test/connected.ts';

const profile = async (server: ReturnType<typeof connected>, args = {}) => {
  const { structured, failure } = await server.call('tp_get_profile', args);
  expect(failure?.toText()).toBeUndefined();
  return structured as { profile: Record<string, unknown>; notes?: string[] };
};

describe('tp_get_profile', () => {
  it('names the owner by the person who signed in, never by the first of the roster', async () => {
    for (const account of ['coach', 'coach-outside', 'athlete'] as const) {
      const { profile: own } = await profile(connected({ account }));
      expect(own).toMatchObject({ id: String(OWN_ID), you: true, account: 'premium', time_zone: expect.any(String) });
      expect('coaches' in own).toBe(account !== 'athlete');
    }
  });

  it('tells the tier by who pays, and what a basic account may not', async () => {
    const basic = await profile(connected({ account: 'basic' }));
    expect(basic.profile).toMatchObject({ account: 'basic', account_ended: expect.any(String) });
    expect(basic.notes?.join()).toContain('today and tomorrow only');
    expect((await profile(connected({ account: 'trial' }))).profile).toMatchObject({
      account: 'trial',
      trial_days_left: 9,
    });
  });

  it('reads the answer without the user around it, too', async () => {
    const server = connected({ account: 'coach' });
    server.quirks.unwrappedUser = true;
    expect((await profile(server)).profile).toMatchObject({ id: String(OWN_ID), you: true });
  });

  it('is about the athlete that was asked for, by name or by id, also one of a colleague', async () => {
    const server = connected({ account: 'coach' });
    const found = await profile(server, { athlete: String(BEGINNER_ID) });
    expect(found.profile).toMatchObject({ id: String(BEGINNER_ID), you: false });
    expect(found.notes?.join()).toContain('days are counted in yours');
    const other = await profile(server, { athlete: String(COLLEAGUES_ATHLETE_ID) });
    expect(other.notes?.join()).toContain('not on your roster');
  });

  it('holds nothing private', async () => {
    const { text } = await connected().call('tp_get_profile');
    expect(text).not.toMatch(/@|birth|gender|phone|address/i);
  });
});
