import { describe, expect, it } from 'vitest';
import { connectPort, failureOf, openScope } from './port.ts';

const logins = (sent: readonly string[]) => sent.filter((each) => each.endsWith('/auth/account/login')).length;

describe.each(['cn', 'intl'] as const)('the login of %s', (region) => {
  it('is made once for calls that start together, and reused', async () => {
    const { port, sent } = connectPort({ region });
    await Promise.all([port.profile.user(), port.profile.training(), port.workouts.list(), port.account()]);
    await port.activities.list({ limit: 20 });
    expect(logins(sent())).toBe(1);
  });

  it('is bound to region and member', async () => {
    const { port, sandbox } = connectPort({ region });
    expect(await port.account()).toBe(`${region}:${sandbox.memberId}`);
  });

  it('is made again, once, when every token is revoked in the middle, for a read and for a write', async () => {
    const { port, world, sent } = connectPort({ region });
    await port.profile.user();
    world.tokens.clear();
    await Promise.all([port.profile.training(), port.workouts.list(), port.activities.list({ limit: 20 })]);
    expect(logins(sent())).toBe(2);
    world.tokens.clear();
    const id = await port.workouts.save({ course: { title: 'Late', structure: [{ type: 'Step' }] } });
    expect((await port.workouts.get({ workout: id })).title).toBe('Late');
    expect(logins(sent())).toBe(3);
    expect(world.courses.list().filter(({ title }) => title === 'Late')).toHaveLength(1);
  });

  it('is made again five minutes before it expires', async () => {
    const { port, sandbox, sent } = connectPort({ region, tokenSeconds: 3600 });
    await port.workouts.list();
    sandbox.clock.advance(54 * 60_000);
    await port.workouts.list();
    expect(logins(sent())).toBe(1);
    sandbox.clock.advance(2 * 60_000);
    await port.workouts.list();
    expect(logins(sent())).toBe(2);
  });

  it.each([403, 200] as const)(
    'fails plainly when the password is refused with status %i, and is not tried again at once',
    async (status) => {
      const { port, world, sent } = connectPort({ region }, { credentials: { password: 'wrong-password' } });
      world.quirks.passwordRefusal = status;
      const failure = await failureOf(port.profile.user());
      expect(failure.kind).toBe('auth');
      expect(failure.message).toContain('did not accept the user name and password');
      expect(failure.next).toContain('npx @scope/igpsport-mcp auth login');
      expect(failure.next).toContain(`\`${region}\``);
      await failureOf(port.profile.user());
      expect(sent()).toEqual(['POST /service/auth/account/login']);
    },
  );

  it('is tried again at once with another password', async () => {
    const credentials = { password: 'wrong-password' };
    const { port, platform } = connectPort({ region }, { credentials });
    await failureOf(port.profile.user());
    const right = connectPort({}, { platform });
    expect((await right.port.profile.user()).nickName).toBe('Maja Demo');
  });

  it('fails with auth when the service goes on refusing', async () => {
    const { port, sandbox, sent } = connectPort({ region });
    sandbox.emulator.faults.inject('http-401', { path: '/service/mobile/api/User/UserInfo' });
    expect((await failureOf(port.profile.user())).kind).toBe('auth');
    expect(logins(sent())).toBe(2);
  });

  it('shows neither password nor token in what is logged or thrown', async () => {
    const { port, sandbox, logged, platform } = connectPort({ region });
    await port.profile.user();
    const token = [...sandbox.emulator.state.tokens.keys()][0] ?? '';
    sandbox.emulator.faults.inject('http-500', { times: 'always' });
    const failure = await failureOf(port.workouts.list());
    const shown = [...logged, failure.toText(), String(failure.cause)].join('\n');
    expect(shown).not.toContain(platform.credentials.password);
    expect(shown).not.toContain(token);
  });
});

describe('two regions', () => {
  it('do not take each other’s tokens', async () => {
    const cn = connectPort({ region: 'cn' });
    const intl = connectPort({ region: 'intl' });
    await cn.port.profile.user();
    const [token] = cn.sandbox.emulator.state.tokens.keys();
    const response = await intl.sandbox.emulator.fetch(
      new Request('https://prod.en.igpsport.com/service/mobile/api/User/UserInfo', {
        headers: { authorization: `Bearer ${token}` },
      }),
    );
    expect(response.status).toBe(401);
  });

  it('refuse each other’s accounts with a hint at the region', async () => {
    const intl = connectPort({ region: 'intl' }).platform.credentials;
    const { port } = connectPort({ region: 'cn' }, { credentials: intl });
    expect((await failureOf(port.profile.user())).next).toContain('IGPSPORT_REGION');
  });

  it('send their own origin, app version and nothing of a signature while none is wanted', async () => {
    const { port, sandbox } = connectPort({ region: 'intl' }, { settings: { appVersion: '9.9.9' } });
    await port.profile.user();
    const { headers } = sandbox.emulator.requests.at(-1) ?? { headers: {} };
    expect(headers).toMatchObject({ origin: 'https://app.igpsport.com', 'qiwu-app-version': '9.9.9' });
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });
});

describe('a login that cannot be read', () => {
  it('is a contract failure, for a token that names no member', async () => {
    const { port, sandbox } = connectPort();
    sandbox.emulator.faults.inject('all-null', { path: '/service/auth/account/login' });
    expect((await failureOf(port.account())).kind).toBe('contract');
    const odd = connectPort(
      {},
      {
        fetch: async () => Response.json({ code: 0, message: '', data: { access_token: 'not.a.jwt', expires_in: 10 } }),
      },
    );
    expect((await failureOf(odd.port.account())).toText()).toMatch(
      /^contract: iGPSport gave a login that does not say whose/,
    );
  });

  it('is blocked by the gate, with a way on', async () => {
    const { port } = connectPort(
      {},
      {
        fetch: async () =>
          new Response('<html>denied</html>', { status: 403, headers: { 'content-type': 'text/html' } }),
      },
    );
    expect((await failureOf(port.account())).kind).toBe('blocked');
  });
});

describe('a login that takes too long', () => {
  it('ends the call that waited, and serves the next one when it comes', async () => {
    const { connection, platform } = connectPort({ latencyMs: 300 });
    const hasty = connection.port(openScope(AbortSignal.timeout(100)));
    expect((await failureOf(hasty.account())).kind).toBe('timeout');
    expect(await connection.port(openScope()).account()).toBe('cn:880011');
    expect(platform.sandbox.emulator.state.issued).toBe(1);
  });
});
