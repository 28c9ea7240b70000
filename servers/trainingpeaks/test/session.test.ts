import { describe, expect, it } from 'vitest';
import { createTrainingpeaksSandbox, rememberPeople } from '../sandbox/index.ts';
import { tapped } from './wiretap.ts';

const people = rememberPeople();
const user = (server: ReturnType<typeof tapped>) => server.call('tp_auth_status');
const HOUR_MS = 3_600_000;

describe('the token', () => {
  it('is fetched once for everything that needs it at the same time, and kept until a minute before its end', async () => {
    const server = tapped({ people });
    await Promise.all([user(server), server.call('tp_get_profile'), server.call('tp_get_workouts')]);
    expect(server.exchanges()).toHaveLength(1);
    server.sandbox.clock.advance(HOUR_MS - 61_000);
    await user(server);
    expect(server.exchanges()).toHaveLength(1);
    server.sandbox.clock.advance(2_000);
    expect((await user(server)).structured.accepted).toBe(true);
    expect(server.exchanges()).toHaveLength(2);
  });

  it('is renewed once, and every request sent once more, when the service forgets it early', async () => {
    const server = tapped({ people });
    await user(server);
    server.world.tokens.clear();
    const answers = await Promise.all([user(server), server.call('tp_get_workouts'), server.call('tp_get_fitness')]);
    expect(answers.map(({ failure }) => failure?.toText())).toEqual([undefined, undefined, undefined]);
    expect(server.exchanges()).toHaveLength(2);
  });

  it('that stays refused ends in a failure that names the command, after one renewal', async () => {
    const server = tapped({ people }, ({ url }) =>
      url.endsWith('/users/v3/user') ? new Response(null, { status: 401 }) : undefined,
    );
    const { failure } = await server.call('tp_get_profile');
    expect(failure).toMatchObject({ kind: 'auth', next: expect.stringContaining('auth login') });
    expect(server.exchanges()).toHaveLength(2);
    expect(server.wire.filter(({ path }) => path.endsWith('/users/v3/user'))).toHaveLength(2);
  });

  it.each([
    ['with who it is beside it', { tokenShape: 'with-user' as const }],
    ['without its lifetime', { tokenWithoutExpiry: true }],
  ])('is read %s', async (_, quirk) => {
    const server = tapped({ people });
    Object.assign(server.world.quirks, quirk);
    expect((await user(server)).structured.accepted).toBe(true);
  });

  it('is read without the wrapper around it', async () => {
    const server = tapped({ people });
    const bare = tapped({ people }, async (request) => {
      if (!request.url.endsWith('/users/v3/token')) return undefined;
      const answer = (await (await server.sandbox.fetch(request)).json()) as { token: { access_token: string } };
      bare.world.tokens.set(answer.token.access_token, Number.POSITIVE_INFINITY);
      return Response.json(answer.token);
    });
    expect((await user(bare)).structured.accepted).toBe(true);
  });
});

describe('the cookie', () => {
  it('goes to one address, alone; every other request has the token alone', async () => {
    const server = tapped({ people, account: 'coach' });
    await user(server);
    await server.call('tp_list_groups');
    const { structured } = await server.call('tp_get_workouts', { type: 'completed' });
    const [workout] = (structured.rows as unknown[][])[0]!;
    await server.call('tp_analyze_workout', { workout_id: String(workout) });
    expect(new Set(server.wire.map(({ host }) => host))).toEqual(
      new Set(['tpapi.trainingpeaks.com', 'api.peakswaresb.com']),
    );
    for (const { host, path, cookie, authorization } of server.wire) {
      if (path === '/users/v3/token') {
        expect([host, cookie, authorization]).toEqual([
          'tpapi.trainingpeaks.com',
          `Production_tpAuth=${server.sandbox.cookie}`,
          null,
        ]);
      } else {
        expect(cookie).toBeNull();
        expect(authorization).toMatch(/^Bearer gAAAA/);
      }
    }
  });

  it.each([
    ['elsewhere', 'https://login.evil.example/collect'],
    ['on the same host', 'https://tpapi.trainingpeaks.com/users/v3/elsewhere'],
  ])('is not taken along by a redirect of the exchange %s', async (_, location) => {
    const server = tapped({ people }, ({ url }) =>
      url.endsWith('/users/v3/token') ? new Response(null, { status: 302, headers: { location } }) : undefined,
    );
    const { failure } = await user(server);
    expect(failure).toMatchObject({ kind: 'upstream', message: expect.stringContaining('pointed to another address') });
    expect(failure?.toText()).not.toContain('evil');
    expect(server.wire.map(({ path }) => path)).toEqual(['/users/v3/token']);
  });

  it('is accepted as people paste it, and never sent when it is something else', async () => {
    const server = tapped({ people });
    const { cookie } = server.sandbox;
    for (const pasted of [
      ` ${cookie}\n`,
      `"${cookie}"`,
      `Production_tpAuth=${cookie}`,
      `Cookie: other=1; Production_tpAuth=${cookie}; ajs_id=2`,
    ]) {
      server.credentials.auth_cookie = pasted;
      expect((await user(server)).structured.accepted).toBe(true);
    }
    const sent = server.wire.length;
    for (const wrong of [`${cookie}\r\nX-Other: 1`, `${cookie}; other=1`, 'too short', `${cookie}ü`]) {
      server.credentials.auth_cookie = wrong;
      const { structured, text } = await user(server);
      expect(structured).toMatchObject({ accepted: false });
      expect(text).toContain('not the value of the cookie Production_tpAuth');
      expect(text).not.toContain(wrong.slice(0, 40));
    }
    expect(server.wire).toHaveLength(sent);
  });
});

describe('a login that has ended', () => {
  it.each([401, 403] as const)(
    'is said with the command that renews it (%i), and is not tried again at once',
    async (status) => {
      const server = tapped({ people });
      server.world.cookie.state = 'expired';
      server.world.quirks.cookieRefusal = status;
      for (let call = 0; call < 3; call += 1) {
        const { failure } = await server.call('tp_get_profile');
        expect(failure).toMatchObject({ kind: 'auth', message: expect.stringContaining('has ended') });
        expect(failure?.next).toContain('npx -y @scope/trainingpeaks-mcp auth login');
      }
      expect(server.exchanges()).toHaveLength(1);
    },
  );

  it('is said by the status tool as an answer, not as a failure', async () => {
    const server = tapped({ people });
    server.world.cookie.state = 'revoked';
    const { structured, failure } = await user(server);
    expect(failure).toBeUndefined();
    expect(structured).toMatchObject({ accepted: false, account: null });
    expect(String(structured.notes)).toContain('auth login');
  });

  it('that the service denies with a friendly answer is a login that has ended', async () => {
    const server = tapped({ people }, ({ url }) =>
      url.endsWith('/users/v3/token') ? Response.json({ success: false, token: null }) : undefined,
    );
    expect((await server.call('tp_get_profile')).failure?.kind).toBe('auth');
  });

  it('is forgotten as soon as another cookie is there', async () => {
    const server = tapped({ people });
    server.credentials.auth_cookie = `${server.sandbox.cookie}-of-last-month`;
    expect((await server.call('tp_get_profile')).failure?.kind).toBe('auth');
    server.credentials.auth_cookie = server.sandbox.cookie;
    expect((await server.call('tp_get_profile')).failure).toBeUndefined();
  });
});

describe('an outage', () => {
  it('is no end of the login: what was set works again afterwards', async () => {
    const server = tapped({ people });
    server.world.quirks.outage = true;
    for (const tool of ['tp_auth_status', 'tp_get_profile']) {
      const { failure } = await server.call(tool);
      expect(failure).toMatchObject({ kind: 'upstream', next: 'try again in a few minutes' });
    }
    server.world.quirks.outage = false;
    expect((await server.call('tp_get_profile')).failure).toBeUndefined();
  });
});

describe('another account', () => {
  it('sees nothing of what was remembered for the one before', async () => {
    const second = createTrainingpeaksSandbox({ people, seed: 2, account: 'coach' });
    const OTHER = 'V001-cookie-of-another-account-0123456789';
    const server = tapped({ people }, async (request) => {
      if (server.credentials.auth_cookie !== OTHER) return undefined;
      const headers = new Headers(request.headers);
      if (headers.has('cookie')) headers.set('cookie', `Production_tpAuth=${second.cookie}`);
      return second.fetch(new Request(request, { headers }));
    });
    const mine = (await server.call('tp_list_athletes')).structured;
    expect(mine.total).toBe(1);
    const asked = server.wire.length;
    await server.call('tp_list_athletes');
    expect(server.wire).toHaveLength(asked);
    server.credentials.auth_cookie = OTHER;
    expect((await server.call('tp_list_athletes')).structured.total).toBe(21);
    expect(server.exchanges().map(({ cookie }) => cookie)).toEqual([
      `Production_tpAuth=${server.sandbox.cookie}`,
      `Production_tpAuth=${OTHER}`,
    ]);
    server.credentials.auth_cookie = server.sandbox.cookie;
    expect((await server.call('tp_list_athletes')).structured.total).toBe(1);
  });
});
