import { Failure, type LoginDesk } from '@core/mcp-kit';
import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { OWN_ID } from '../../../sandbox/index.ts';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { testDesk } from '../../../test/login-desk.ts';
import { browserFinder } from '../../browser/finder.ts';
import { provider } from '../../provider.ts';

const own = { id: String(OWN_ID), name: 'Maja' };
const withDesk = (login: LoginDesk) => connect(provider, { ...sandboxPlatform(), login });

describe('tp_refresh_auth', () => {
  it('keeps the login that a browser has, and says where it was found and stored', async () => {
    const { desk, kept } = testDesk(own);
    const { structured } = await withDesk(desk).call('tp_refresh_auth', { browser: 'firefox' });
    expect(structured).toMatchObject({
      written: true,
      account: own,
      found_in: 'Firefox, profile default',
      notes: ['Login cookie stored in Test Keychain'],
    });
    expect(kept).toEqual([own.id]);
  });

  it('works while no login does', async () => {
    const { desk, kept } = testDesk(own);
    const platform = sandboxPlatform();
    platform.sandbox.emulator.state.cookie.state = 'expired';
    const server = connect(provider, { ...platform, login: desk });
    expect((await server.call('tp_refresh_auth')).structured.written).toBe(true);
    const none = connect(provider, { ...platform, credentials: {}, login: { ...desk, where: async () => undefined } });
    expect((await none.call('tp_refresh_auth')).structured.written).toBe(true);
    expect(kept).toHaveLength(2);
  });

  it('asks before it takes another account than the one that works', async () => {
    const { desk, kept } = testDesk({ id: '999', name: 'Somebody Else' });
    const server = withDesk(desk);
    const { structured, text } = await server.call('tp_refresh_auth');
    expect(structured.written).toBe(false);
    expect(text).toContain('This is another account than');
    expect(kept).toEqual([]);
    const { preview_token } = structured;
    expect((await server.call('tp_refresh_auth', { preview_token })).structured.written).toBe(true);
    expect(kept).toEqual(['999']);
  });

  it('knows the browsers that are looked into', () => {
    const tool = provider.tools.find(({ name }) => name === 'tp_refresh_auth');
    for (const browser of ['auto', ...browserFinder.choices])
      expect(tool?.input.safeParse({ browser }).success).toBe(true);
  });

  it('takes no cookie, name or domain from the call', async () => {
    const { desk, kept } = testDesk(own);
    const server = withDesk(desk);
    for (const args of [{ browser: 'opera' }, { cookie: 'V001…' }, { domain: '.bank.example' }, { name: 'session' }]) {
      expect((await server.call('tp_refresh_auth', args)).failure?.kind).toBe('bad_input');
    }
    expect(kept).toEqual([]);
  });

  it('hands on why nothing was found, and says when it may not look', async () => {
    const nothing = new Failure('auth', 'No login cookie that works was found', { next: 'ask the user to sign in' });
    const desk: LoginDesk = { where: async () => undefined, find: () => Promise.reject(nothing) };
    expect((await withDesk(desk).call('tp_refresh_auth')).failure).toBe(nothing);
    const { failure } = await connect(provider, sandboxPlatform()).call('tp_refresh_auth');
    expect(failure).toMatchObject({ kind: 'blocked', next: expect.stringContaining('auth login --from-browser') });
  });
});
