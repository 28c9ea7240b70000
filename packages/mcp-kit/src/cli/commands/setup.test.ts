import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../../test/cli-host.ts';
import { goodKey } from '../../../test/toy-provider.ts';

const enter = '\r';

describe('setup', () => {
  it('asks for the credential, proves it, stores it, and tells the chosen clients', async () => {
    const { run, home } = await cliWorld();
    await mkdir(join(home, '.cursor'));
    const { code, out, err } = await run(['setup'], {
      terminal: true,
      keys: [
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
