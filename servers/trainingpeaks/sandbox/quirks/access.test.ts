import { beforeEach, describe, expect, it } from 'vitest';
import { PEAKSWARE, TPAPI } from '../access.ts';
import { STRANGER_ID } from '../index.ts';
import { type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const raw = (path: string, headers: Record<string, string>, method = 'GET') =>
  sandbox.fetch(new Request(TPAPI + path, { method, headers }));
const cookie = () => ({ cookie: `Production_tpAuth=${sandbox.cookie}` });

describe('behaviour 1: the token exchange', () => {
  it('needs the cookie and refuses a request that also carries Authorization', async () => {
    expect((await raw('/users/v3/token', cookie())).status).toBe(200);
    expect((await raw('/users/v3/token', {})).status).toBe(401);
    expect((await raw('/users/v3/token', { cookie: 'Production_tpAuth=V001wrong' })).status).toBe(401);
    const token = await sandbox.token();
    expect((await raw('/users/v3/token', { ...cookie(), authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it('answers with the token nested, or with the athlete beside it', async () => {
    const plain = (await (await raw('/users/v3/token', cookie())).json()) as Record<string, unknown>;
    expect(plain).toMatchObject({ success: true, token: { token_type: 'bearer', expires_in: 3600 } });
    expect(Object.keys(plain)).toEqual(['success', 'token']);
    sandbox.quirks.tokenShape = 'with-user';
    sandbox.quirks.tokenWithoutExpiry = true;
    const more = (await (await raw('/users/v3/token', cookie())).json()) as { token: object };
    expect(more).toMatchObject({ success: true, athleteId: 1_200_001, username: 'maja' });
    expect(more.token).not.toHaveProperty('expires_in');
  });

  it('is not to be had with other verbs, older versions or OAuth', async () => {
    expect((await raw('/users/v3/token', cookie(), 'POST')).status).toBe(401);
    expect((await raw('/users/v3/token', cookie(), 'PUT')).status).toBe(401);
    for (const path of ['/users/v1/token', '/users/v2/token', '/oauth/token']) {
      expect((await raw(path, cookie())).status).toBe(404);
    }
  });

  it.each(['expired', 'revoked'] as const)('refuses a cookie that is %s', async (state) => {
    sandbox.emulator.state.cookie.state = state;
    expect((await raw('/users/v3/token', cookie())).status).toBe(401);
    sandbox.quirks.cookieRefusal = 403;
    expect((await raw('/users/v3/token', cookie())).status).toBe(403);
  });

  it('refuses the cookie after its thirty days', async () => {
    await sandbox.token();
    sandbox.clock.advance(31 * 86_400_000);
    expect((await raw('/users/v3/token', cookie())).status).toBe(401);
  });
});

describe('behaviour 2: tokens', () => {
  it('end after expires_in; an ended or unknown one gets 401, a fresh one works', async () => {
    const old = await sandbox.token();
    const ask = (token: string) => raw('/users/v3/user', { authorization: `Bearer ${token}` });
    expect((await ask(old)).status).toBe(200);
    sandbox.clock.advance(3600_000);
    expect((await ask(old)).status).toBe(401);
    expect((await ask('gAAAAunknown')).status).toBe(401);
    expect((await ask(await sandbox.token())).status).toBe(200);
  });
});

describe('behaviour 3: data calls', () => {
  it('ignore the cookie', async () => {
    expect((await raw('/users/v3/user', cookie())).status).toBe(401);
  });
});

describe('behaviour 5: athletes outside the roster', () => {
  it('are refused with 403, for athletes and for coaches', async () => {
    expect(await sandbox.status('GET', '/fitness/v1/athletes/2400011/settings')).toBe(403);
    const coach = testSandbox({ account: 'coach' });
    expect(await coach.status('GET', '/fitness/v1/athletes/2400011/settings')).toBe(200);
    expect(await coach.status('GET', `/fitness/v1/athletes/${STRANGER_ID}/settings`)).toBe(403);
    expect(await coach.status('GET', '/fitness/v1/athletes/77/settings')).toBe(403);
  });
});

describe('behaviour 35: what does not exist', () => {
  it('answers 405 to a wrong verb and 404 to an unknown path, both without a body', async () => {
    expect(await sandbox.refusal('DELETE', '/users/v3/user')).toEqual({ status: 405, text: '' });
    expect(await sandbox.refusal('GET', '/users/v9/user')).toEqual({ status: 404, text: '' });
  });

  it('knows each path on its own host only', async () => {
    const authorization = `Bearer ${await sandbox.token()}`;
    const elsewhere = new Request(`${PEAKSWARE}/users/v3/user`, { headers: { authorization } });
    expect((await sandbox.fetch(elsewhere)).status).toBe(404);
    await expect(sandbox.fetch(new Request('https://elsewhere.example/'))).rejects.toThrow('fetch failed');
  });
});

describe('behaviours 36 and 37: trouble of the service', () => {
  it('answers 500 with its one message to every call while it is out', async () => {
    sandbox.quirks.outage = true;
    const answer = await raw('/users/v3/token', cookie());
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'An error has occurred.' });
  });

  it('answers 429 with and without Retry-After', async () => {
    sandbox.quirks.throttled = 'bare';
    const bare = await raw('/users/v3/user', {});
    expect([bare.status, bare.headers.get('retry-after')]).toEqual([429, null]);
    sandbox.quirks.throttled = 3;
    expect((await raw('/users/v3/user', {})).headers.get('retry-after')).toBe('3');
  });
});
