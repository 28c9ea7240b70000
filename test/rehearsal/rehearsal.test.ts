import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedPackages } from '../../scripts/pack/tarballs.ts';
import { firstAnswer } from '../../scripts/rehearsal/answer.ts';
import { nodeFolder, nodeVersions } from '../../scripts/rehearsal/nodes.ts';
import { publishAll } from '../../scripts/rehearsal/publish.ts';
import { type Registry, startRegistry } from '../../scripts/rehearsal/registry.ts';
import { newStranger, type Stranger } from '../../scripts/rehearsal/stranger.ts';

const root = resolve(import.meta.dirname, '../..');
const packages = publishedPackages(root);
const servers = packages.filter(({ isServer }) => isServer).map(({ name }) => name);
const ownNode = dirname(process.execPath);
const runFile = promisify(execFile);
let work: string;
let registry: Registry;
let published: string;

/** A program run in a folder of its own; what it printed. A failure shows both outputs. */
async function run(command: string, args: string[], { project, env }: Pick<Stranger, 'project' | 'env'>) {
  const { stdout } = await runFile(command, args, { cwd: project, env: { ...env } }).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}:\n${stdout}${stderr}`);
  });
  return stdout;
}

beforeAll(async () => {
  work = mkdtempSync(join(realpathSync(tmpdir()), 'rehearsal-'));
  const upstream = (await run('npm', ['config', 'get', 'registry'], { project: root, env: inherited() })).trim();
  registry = await startRegistry({ root, folder: join(work, 'registry'), ownScopes: ['@core', '@scope'], upstream });
  published = publishAll(root, work, registry.url);
});

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

afterAll(async () => {
  await registry?.stop();
  rmSync(work, { recursive: true, force: true });
});

const strangerFor = (name: string) => newStranger(join(work, 'strangers', name), registry.url, ownNode);

describe('a release', () => {
  it('publishes every package at its version', async () => {
    for (const { name, folder } of packages) {
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect(published).toContain(`${name}@${version}`);
      const known = (await (await fetch(registry.url + name)).json()) as Packument;
      expect(known['dist-tags'].latest).toBe(version);
      const { dependencies = {} } = known.versions[version] ?? {};
      expect(Object.values(dependencies).filter((range) => /workspace|catalog/.test(range))).toEqual([]);
    }
  });

  it('gives the MCP registry the name it compares', async () => {
    for (const name of servers) {
      const { versions } = (await (await fetch(registry.url + name)).json()) as Packument;
      expect(Object.values(versions).at(-1)?.mcpName).toMatch(/^io\.github\.[\w-]+\/[\w-]+-mcp$/);
    }
  });
});

interface Packument {
  readonly 'dist-tags': { readonly latest: string };
  readonly versions: Readonly<
    Record<string, { readonly dependencies?: Readonly<Record<string, string>>; readonly mcpName?: string }>
  >;
}

describe.each(servers)('npx %s, in an empty folder with empty caches', (name) => {
  it('answers a client', async () => {
    const { project, env } = strangerFor(`npx-${name.replace('/', '-')}`);
    const { tools, text } = await firstAnswer({ command: 'npx', args: ['-y', name, '--demo'], cwd: project, env });
    expect(tools.length).toBeGreaterThan(0);
    expect(text).not.toBe('');
  });
});

describe('an app', () => {
  it("imports '@core/metrics' and computes", async () => {
    const stranger = strangerFor('app');
    await run('npm', ['init', '-y', '--init-type=module'], stranger);
    await run('npm', ['install', '@core/metrics'], stranger);
    const program = `
      import { normalizedPower } from '@core/metrics';
      console.log(typeof normalizedPower);`;
    expect((await run('node', ['--input-type=module', '-e', program], stranger)).trim()).toBe('function');
    const installed = (await run('npm', ['ls', '--all', '--parseable'], stranger)).trim().split('\n');
    expect(installed).toHaveLength(2);
  });
});

describe('the servers, installed once', () => {
  let installed: Stranger;

  beforeAll(async () => {
    installed = strangerFor('installed');
    await run('npm', ['install', '--no-save', ...servers], installed);
  });

  it.each(nodeVersions)('start on Node %s and answer', async (version) => {
    const folder = nodeFolder(root, version);
    const node = join(folder, 'node');
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
