import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../test/cli-host.ts';
import { goodKey } from '../../test/toy-provider.ts';

const oldKey = 'toy-key-that-has-ended-987';
const login = ['auth', 'login', '--from-drawer'];

describe('auth login --from-…', () => {
  it('skips what cannot be read and what the service refuses, and stores the first that it accepts', async () => {
    const { run } = await cliWorld();
    const stuck = await run(login, { env: { DRAWER_KITCHEN: 'stuck', DRAWER_CELLAR: goodKey } });
    expect([stuck.code, stuck.out]).toEqual([
      0,
      '✓ the cellar: Toy Track knows you as Ada Toy (t1)\n✓ API key stored in Test Keychain (key of ~/.config/toy-mcp/credentials.json)\n',
    ]);
    expect(stuck.err).toBe('the kitchen: the drawer is stuck\n');
    expect((await run(['auth', 'status'])).code).toBe(0);
    const ended = await run(login, { env: { DRAWER_KITCHEN: oldKey, DRAWER_CELLAR: goodKey } });
    expect([ended.code, ended.err]).toEqual([0, 'the kitchen: Toy Track does not accept what is there\n']);
  });

  it('looks only where it is told to', async () => {
    const { run } = await cliWorld();
    const { code, err } = await run([...login, 'kitchen'], { env: { DRAWER_CELLAR: goodKey } });
    expect(code).toBe(1);
    expect(err).toContain('No api key that works was found in kitchen');
    expect(err).toContain('`npx -y @scope/toy-mcp auth login`');
  });

  it('takes its value or none, wherever it stands, and refuses a place that it does not know', async () => {
    const { run } = await cliWorld();
    const env = { DRAWER_CELLAR: goodKey };
    for (const argv of [
      ['auth', 'login', '--from-drawer', '--store', 'file'],
      ['auth', 'login', '--from-drawer=cellar'],
      ['auth', '--from-drawer', 'cellar', 'login'],
    ]) {
      expect((await run(argv, { env })).code).toBe(0);
    }
    const { code, err } = await run([...login, 'attic'], { env });
    expect([code, err]).toEqual([2, expect.stringContaining('use auto, kitchen, cellar')]);
    expect((await run(['tools', '--from-drawer'])).err).toContain('it belongs to: auth');
  });

  it('shows no key that it found, says what is used first, and stores nothing when none works', async () => {
    const { run } = await cliWorld();
    const both = await run(login, { env: { DRAWER_KITCHEN: goodKey, TOY_API_KEY: oldKey } });
    expect(both.err).toContain('TOY_API_KEY is set as well and is used first');
    const none = await (await cliWorld()).run(login, { env: { DRAWER_KITCHEN: oldKey } });
    expect(none.code).toBe(1);
    for (const { out, err } of [both, none]) {
      expect(out + err).not.toContain(goodKey);
      expect(out + err).not.toContain(oldKey);
    }
  });

  it('takes an outage for no dead login: it stops and says so', async () => {
    const { run } = await cliWorld();
    const { code, err } = await run(login, {
      env: { DRAWER_KITCHEN: goodKey },
      host: { fetch: async () => Response.json({}, { status: 500 }) },
    });
    expect([code, err]).toEqual([1, expect.stringContaining('has a problem of its own (status 500)')]);
  });
});
