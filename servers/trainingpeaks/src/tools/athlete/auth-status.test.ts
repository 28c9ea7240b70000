import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { OWN_ID } from '../../../sandbox/index.ts';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { connected } from '../../../test/connected.ts';
import { testDesk } from '../../../test/login-desk.ts';
import { provider } from '../../provider.ts';

describe('tp_auth_status', () => {
  it('says that the login works, whose it is and where it is kept', async () => {
    const { desk } = testDesk({ id: '1', name: 'x' });
    const server = connect(provider, { ...sandboxPlatform({ account: 'coach' }), login: desk });
    const { structured } = await server.call('tp_auth_status');
    expect(structured).toMatchObject({
      accepted: true,
      account: { id: String(OWN_ID), name: expect.any(String) },
      source: 'Test Keychain',
    });
  });

  it('asks the service every time: a login that ended a second ago is seen', async () => {
    const server = connected();
    expect((await server.call('tp_auth_status')).structured.accepted).toBe(true);
    server.world.cookie.state = 'revoked';
    server.world.tokens.clear();
    const { structured, failure } = await server.call('tp_auth_status');
    expect(failure).toBeUndefined();
    expect(structured).toMatchObject({ accepted: false, account: null });
    expect(String(structured.notes)).toMatch(/has ended.*auth login/);
  });

  it('fails when the service is down, which says nothing about the login', async () => {
    const server = connected();
    server.quirks.outage = true;
    expect((await server.call('tp_auth_status')).failure?.kind).toBe('upstream');
  });
});
