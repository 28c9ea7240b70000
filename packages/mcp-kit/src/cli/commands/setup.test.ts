import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../../test/cli-host.ts';
import { goodKey } from '../../../test/toy-provider.ts';

const enter = '\r';
const down = '\u001b[B';
const toPaste = [/where from\?/, `${down}${enter}`] as const;

describe('setup', () => {
  it('asks for the credential, proves it, stores it, and tells the chosen clients', async () => {
    const { run, home } = await cliWorld();
    await mkdir(join(home, '.cursor'));
    const { code, out, err } = await run(['setup'], {
      terminal: true,
      keys: [
        toPaste,
        [/API key/, `wrong-key-0123456789${enter}`],
        [/Try again\?/, enter],
        [/API key/, `${goodKey}${enter}`],
        [/Which programs/, enter],
      ],
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Toy Track did not accept the login');
    expect(out).toContain('Toy Track knows you as Ada Toy (t1)');
    expect(out).toContain('API key stored in Test Keychain');
    expect(out).toContain('Cursor: written to ~/.cursor/mcp.json');
    expect(out).not.toContain(goodKey);
    expect(JSON.parse(await readFile(join(home, '.cursor', 'mcp.json'), 'utf8')).mcpServers.toy.args).toEqual([
      '-y',
      '@scope/toy-mcp',
    ]);
    expect((await run(['auth', 'status'])).code).toBe(0);
  });

  it('takes the credential from where another program holds it', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run(['setup'], {
      terminal: true,
      env: { DRAWER_KITCHEN: 'stuck', DRAWER_CELLAR: goodKey },
      keys: [
        [/where from\?/, enter],
        [/Which programs/, enter],
      ],
    });
    expect(code).toBe(0);
    for (const line of ['the kitchen: the drawer is stuck', 'the cellar: Toy Track knows you as Ada Toy (t1)'])
      expect(out).toContain(line);
    expect(out).toContain('API key stored in Test Keychain');
    expect(out).not.toContain(goodKey);
  });

  it('asks for the credential when no other program holds one that works', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run(['setup'], {
      terminal: true,
      keys: [
        [/where from\?/, enter],
        [/Settings, Developer/, `${goodKey}${enter}`],
        [/Which programs/, enter],
      ],
    });
    expect(code).toBe(0);
    expect(out).toContain('No login that works was found there');
    expect(out).toContain('Toy Track knows you as Ada Toy (t1)');
  });

  it('changes nothing when it is cancelled', async () => {
    const { run } = await cliWorld();
    const { code, err } = await run(['setup'], { terminal: true, keys: [[/API key/, '\u0003']] });
    expect([code, err]).toEqual([130, 'Cancelled; nothing was changed.\n']);
  });

  it('offers to keep a login that works', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run(['setup'], {
      terminal: true,
      env: { TOY_API_KEY: goodKey },
      keys: [
        [/Keep this login\?/, enter],
        [/Which programs/, enter],
      ],
    });
    expect(code).toBe(0);
    expect(out).not.toContain('stored in');
  });
});
