import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { cliWorld } from '../../test/cli-host.ts';
import { goodKey } from '../../test/toy-provider.ts';
import { nodeWillDo, oldestNode } from './node-version.ts';

describe('an old Node', () => {
  it('is one before the version that the packages promise', async () => {
    const { engines } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(engines.node).toBe(`>=${oldestNode}`);
    expect(['18.20.0', '20.20.2', '22.12.9', '22.13.0', '23.0.0', '24.21.0'].map(nodeWillDo)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('is refused before anything is asked of the platform, with what to install', async () => {
    const { run, requests } = await cliWorld();
    const old = { env: { TOY_API_KEY: goodKey }, host: { nodeVersion: '20.20.2' } };
    for (const argv of [['call', 'toy_list_laps'], ['serve'], ['tools'], ['--demo', 'call', 'toy_list_laps']]) {
      const { code, out, err } = await run(argv, old);
      expect([code, out], argv.join(' ')).toEqual([2, '']);
      expect(err).toBe('✗ toy-mcp cannot run on Node 20.20.2\n  Next: install Node 22.13 or later\n');
    }
    expect(requests).toEqual([]);
  });

  it('can still say its version and what is wrong', async () => {
    const { run } = await cliWorld();
    const old = { host: { nodeVersion: '20.20.2' } };
    expect((await run(['--version'], old)).code).toBe(0);
    expect((await run(['--help'], old)).code).toBe(0);
    expect((await run(['doctor'], old)).out).toContain('install Node 22.13 or later');
  });
});
