import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../sandbox/platform.ts';
import { provider } from '../src/provider.ts';
import { objects } from './connected.ts';

/** Signs in the way an app does: the athlete agrees, the code is exchanged for a token. */
async function accessToken(platform: ReturnType<typeof sandboxPlatform>): Promise<string> {
  const query = new URLSearchParams({
    client_id: '7',
    redirect_uri: 'http://localhost/',
    scope: 'ACTIVITY:READ',
    state: 's',
  });
  const agreed = await platform.fetch(`https://intervals.icu/oauth/authorize?${query}`, { redirect: 'manual' });
  const code = new URL(agreed.headers.get('location')!).searchParams.get('code')!;
  const body = new URLSearchParams({ client_id: '7', client_secret: 'x', code });
  const answer = await platform.fetch('https://intervals.icu/api/oauth/token', { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

describe('an OAuth access token', () => {
  it('signs in in place of the key, sees its own athlete, and is never shown', async () => {
    const platform = sandboxPlatform();
    const token = await accessToken(platform);
    const server = connect(provider, { ...platform, credentials: { access_token: token } });
    const { structured, failure } = await server.call('icu_get_athlete_profile');
    expect(failure?.toText()).toBeUndefined();
    expect(structured.profile).toMatchObject({ name: 'Maja Demo' });
    const summary = await server.call('icu_get_athlete_summary');
    expect(new Set(objects(summary.structured).map(({ athlete_name }) => athlete_name))).toEqual(
      new Set(['Maja Demo']),
    );
    expect(JSON.stringify([structured, summary.structured, server.logged])).not.toContain(token);
  });

  it('wins over the key where both are set, and a wrong one does not fall back to it', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, {
      ...platform,
      credentials: { ...platform.credentials, access_token: 'revoked-000' },
    });
    const { failure } = await server.call('icu_get_athlete_profile');
    expect(failure?.kind).toBe('auth');
  });

  it('is not asked for where only a key is set', async () => {
    const server = connect(provider, sandboxPlatform());
    expect((await server.call('icu_get_athlete_profile')).failure).toBeUndefined();
  });
});
