import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox, workout } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('1 routes', () => {
  it('an unknown path is the framework’s 404, with timestamp and path', async () => {
    expect(await sandbox.refusal('GET', '/athlete/0/nothing')).toEqual({
      timestamp: '2026-10-14T09:00:00.000+00:00',
      status: 404,
      error: 'Not Found',
      path: '/api/v1/athlete/0/nothing',
    });
  });

  it('a wrong verb is 405: folders have no list of their workouts, apply is PUT', async () => {
    expect(await sandbox.refusal('PATCH', '/athlete/0/events')).toMatchObject({
      status: 405,
      error: 'Method Not Allowed',
    });
    expect(await sandbox.status('POST', '/athlete/0/sport-settings/Ride/apply')).toBe(405);
  });
});

describe('2 authentication and athletes', () => {
  it('no key is 401, a wrong one 403', async () => {
    expect(await sandbox.status('GET', '/athlete/0', undefined, { authorization: '' })).toBe(401);
    expect(
      await sandbox.status('GET', '/athlete/0', undefined, { authorization: `Basic ${btoa('API_KEY:wrong')}` }),
    ).toBe(403);
    expect(
      await sandbox.status('GET', '/athlete/0', undefined, { authorization: `Basic ${btoa(`me:${sandbox.apiKey}`)}` }),
    ).toBe(403);
  });

  it('the key as a bearer is refused', async () => {
    const response = await sandbox.send('GET', '/athlete/0', undefined, { authorization: `Bearer ${sandbox.apiKey}` });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ status: 403, error: 'Access denied' });
  });

  it('a token of an app works, but not for the roster', async () => {
    sandbox.emulator.state.tokens.set('tok', sandbox.athleteId);
    expect(await sandbox.status('GET', '/athlete/0', undefined, { authorization: 'Bearer tok' })).toBe(200);
    expect(await sandbox.status('GET', '/athletes', undefined, { authorization: 'Bearer tok' })).toBe(403);
  });

  it('0 is the owner of the key', async () => {
    expect((await sandbox.get('/athlete/0')).id).toBe(sandbox.athleteId);
  });

  it('an athlete without permission is 403, never the caller’s own data; a reader may not write', async () => {
    const roster = await sandbox.get<Row[]>('/athletes');
    expect(roster).toHaveLength(20);
    expect(await sandbox.status('GET', '/athlete/i300029/wellness')).toBe(403);
    const reader = roster.find((row) => row.icu_permission === 'READ')!;
    expect(await sandbox.status('GET', `/athlete/${reader.id}/events`)).toBe(200);
    expect(await sandbox.status('POST', `/athlete/${reader.id}/events`, workout())).toBe(403);
  });

  it('an athlete can have an id of bare digits', async () => {
    expect((await sandbox.get('/athlete/2049151')).name).toBe('Tina Zupan');
  });

  it('GET athlete gives away the key and the date of birth', async () => {
    expect(await sandbox.get('/athlete/0')).toMatchObject({
      icu_api_key: sandbox.apiKey,
      icu_date_of_birth: '1991-05-17',
    });
  });
});

describe('14 the edge', () => {
  it('an empty user agent meets the HTML challenge', async () => {
    const response = await sandbox.send('GET', '/athlete/0', undefined, { 'user-agent': '' });
    expect(response.status).toBe(403);
    expect(response.headers.get('cf-mitigated')).toBe('challenge');
    expect(await response.text()).toContain('<!DOCTYPE html>');
  });
});

describe('14 rate limits', () => {
  it('headers are absent unless switched on, then both windows count down', async () => {
    expect((await sandbox.send('GET', '/athlete/0')).headers.has('x-ratelimit-limit')).toBe(false);
    sandbox.emulator.state.rateLimitHeaders = true;
    const { headers } = await sandbox.send('GET', '/athlete/0');
    expect([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
      '2500,5000',
      '2499,4999',
    ]);
  });
});
