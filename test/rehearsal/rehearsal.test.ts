import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAnswer } from '../../scripts/rehearsal/answer.ts';
import { nodeFolder, nodeVersions } from '../../scripts/rehearsal/nodes.ts';
import { versionsAfter } from '../../scripts/rehearsal/publish.ts';
import type { Stranger } from '../../scripts/rehearsal/stranger.ts';
import { documented } from './documented.ts';
import { hosting } from './hosting.ts';
import { packages, type Released, release, root, run, servers } from './released.ts';

let released: Released;

beforeAll(async () => {
  released = await release();
});

afterAll(() => released?.end());

interface Packument {
  readonly 'dist-tags': { readonly latest: string };
  readonly versions: Readonly<
    Record<string, { readonly dependencies?: Readonly<Record<string, string>>; readonly mcpName?: string }>
  >;
}

const versionOf = (folder: string): string => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

const packument = async (name: string) => (await (await fetch(released.registry.url + name)).json()) as Packument;

describe('a release', () => {
  it('publishes every package at its version', async () => {
    for (const { name, folder } of packages) {
      const version = versionOf(folder);
      expect(released.printed).toContain(`${name}@${version}`);
      const known = await packument(name);
      expect(known['dist-tags'].latest).toBe(version);
      const { dependencies = {} } = known.versions[version] ?? {};
      expect(Object.values(dependencies).filter((range) => /workspace|catalog/.test(range))).toEqual([]);
    }
  });

  it('of a fix in a library is a release of every server that uses it', () => {
    const now = Object.fromEntries(packages.map(({ name, folder }) => [name, versionOf(folder)]));
    const next = versionsAfter(root, join(released.work, 'versions'), '@core/mcp-kit');
    expect(next['@core/mcp-kit']).not.toBe(now['@core/mcp-kit']);
    for (const name of servers) expect(next[name], name).not.toBe(now[name]);
    expect(next['@core/metrics']).toBe(now['@core/metrics']);
  });

  it('gives the MCP registry the name that it compares', async () => {
    for (const name of servers) {
      const { versions } = await packument(name);
      expect(Object.values(versions).at(-1)?.mcpName).toMatch(/^io\.github\.[\w-]+\/[\w-]+-mcp$/);
    }
  });
});

describe.each(servers)('npx %s, in an empty folder with empty caches', (name) => {
  it('answers a client', async () => {
    const { project, env } = released.stranger(`npx-${name.replace('/', '-')}`);
    const { tools, text } = await firstAnswer({ command: 'npx', args: ['-y', name, '--demo'], cwd: project, env });
    expect(tools.length).toBeGreaterThan(0);
    expect(text).not.toBe('');
  });

  it('asks the registry for our packages and the keychain only', async () => {
    const { project, env } = released.stranger(`asks-${name.replace('/', '-')}`);
    const log = await run('sh', ['-c', `npx -y --loglevel=http ${name} --version 2>&1`], { project, env });
    const asked = [...log.matchAll(/http fetch GET \d+ https?:\/\/[^/]+\/(\S+)/g)].map(([, path = '']) => path);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((path) => !/^@(core|scope|napi-rs)\b/.test(path))).toEqual([]);
  });
});

describe('an app', () => {
  it("imports '@core/metrics' and computes", async () => {
    const stranger = released.stranger('app');
    await run('npm', ['init', '-y', '--init-type=module'], stranger);
    await run('npm', ['install', '@core/metrics'], stranger);
    const program = `
      import { intensityFactor } from '@core/metrics';
      import * as power from '@core/metrics/power';
      console.log(intensityFactor(240, 300).value, power.intensityFactor === intensityFactor);`;
    expect((await run('node', ['--input-type=module', '-e', program], stranger)).trim()).toBe('0.8 true');
    const installed = (await run('npm', ['ls', '--all', '--parseable'], stranger)).trim().split('\n');
    expect(installed).toHaveLength(2);
  });
});

describe('the servers, installed once', () => {
  let installed: Stranger;

  beforeAll(async () => {
    installed = released.stranger('installed');
    await run('npm', ['install', '--no-save', ...servers], installed);
  });

  it.each(nodeVersions)('start on Node %s and answer', async (version) => {
    const node = join(nodeFolder(root, version), 'node');
    expect((await run(node, ['--version'], installed)).trim()).toBe(`v${version}`);
    for (const name of servers) {
      const script = join(installed.project, 'node_modules', name, 'dist/main.js');
      const { text, tools } = await firstAnswer({
        command: node,
        args: [script, '--demo'],
        cwd: installed.project,
        env: installed.env,
      });
      expect(tools.length, name).toBeGreaterThan(0);
      expect(text, name).not.toBe('');
    }
  });
});

hosting(() => released);
documented(() => released);
