import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client as Client2 } from '@modelcontextprotocol/client';
import { StdioClientTransport as Stdio2 } from '@modelcontextprotocol/client/stdio';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as Stdio1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closureOf,
  folderSize,
  installedManifests,
  installTarballs,
  pack,
  publishedPackages,
  run,
  tarballOf,
} from '../scripts/pack/tarballs.ts';

const root = resolve(import.meta.dirname, '..');
const packages = publishedPackages(root);
let work: string;
let project: string;

beforeAll(() => {
  work = mkdtempSync(join(realpathSync(tmpdir()), 'packed-'));
  project = join(work, 'project');
  mkdirSync(project);
  pack(packages, work);
  installTarballs(
    packages.map(({ name }) => name),
    work,
    project,
  );
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(packages)('the tarball of $name', ({ name, isServer }) => {
  it('has no fault that publint knows', async () => {
    const data = readFileSync(tarballOf(name, work));
    const { messages, pkg } = await publint({
      pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  // A server exports nothing but its manifest: it is run, not imported.
  it.skipIf(isServer)('has types that resolve in every way an ES module is imported', () => {
    const attw = join(root, 'node_modules/.bin/attw');
    const { status, stdout } = spawnSync(
      attw,
      [
        tarballOf(name, work),
        '--profile',
        'esm-only',
        '--no-color',
        '--no-emoji',
        '--exclude-entrypoints',
        './package.json',
      ],
      { encoding: 'utf8' },
    );
    expect(status, stdout).toBe(0);
  });

  it('holds the build, the licence and a readme, and neither sources nor tests', () => {
    const folder = join(project, 'node_modules', name);
    expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(globSync('**/*.test.*', { cwd: folder })).toEqual([]);
  });
});

describe('the installed packages', () => {
  it('run no install scripts', () => {
    const scripts = installedManifests(project).filter((file) => {
      const { scripts = {} } = JSON.parse(readFileSync(file, 'utf8')) as { scripts?: Record<string, string> };
      return ['preinstall', 'install', 'postinstall'].some((hook) => hook in scripts);
    });
    expect(scripts).toEqual([]);
  });

  it.each(packages.filter(({ name }) => name.startsWith('@core/')).map(({ name }) => name))(
    '%s can be imported by name',
    (name) => {
      expect(
        run(
          process.execPath,
          [
            '--input-type=module',
            '-e',
            `const all = await import('${name}'); console.log(Object.keys(all).length > 0)`,
          ],
          project,
        ).trim(),
      ).toBe('true');
    },
  );
});

const servers = packages.filter(({ isServer }) => isServer).map(({ name }) => name);
const binOf = (name: string) => join(project, 'node_modules/.bin', name.split('/')[1] ?? '');

interface Listed {
  readonly name: string;
  readonly annotations?: { readonly readOnlyHint?: boolean | undefined } | undefined;
  readonly inputSchema: { readonly required?: unknown };
}

/** A tool that reads and needs no arguments; every server has one. */
const easyTool = (tools: readonly Listed[]) =>
  tools.find(({ annotations, inputSchema }) => annotations?.readOnlyHint && inputSchema.required === undefined)?.name ??
  '';

describe.each(servers)('npx %s --demo', (name) => {
  it('talks with the official client of the 1.x line', async () => {
    const client = new Client1({ name: 'packed', version: '1.0.0' });
    await client.connect(new Stdio1({ command: binOf(name), args: ['--demo'], stderr: 'ignore' }));
    const { tools } = await client.listTools();
    expect(tools.length).toBeGreaterThan(5);
    const result = await client.callTool({ name: easyTool(tools), arguments: {} });
    expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
    expect(result.structuredContent).toBeTypeOf('object');
    await client.close();
  });

  it.each(['auto', 'legacy'] as const)('talks with the official client of the 2.x line (%s)', async (mode) => {
    const client = new Client2({ name: 'packed', version: '1.0.0' }, { versionNegotiation: { mode } });
    await client.connect(new Stdio2({ command: binOf(name), args: ['--demo'], stderr: 'ignore' }));
    const { tools } = await client.listTools();
    expect(tools.length).toBeGreaterThan(5);
    const result = await client.callTool({ name: easyTool(tools), arguments: {} });
    expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
    await client.close();
  });

  it('writes nothing but protocol lines to stdout', async () => {
    const child = spawn(binOf(name), ['--demo', '--log-level', 'debug'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    send({
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
    });
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/list' });
    await expect.poll(() => output.split('\n').length, { timeout: 30_000 }).toBeGreaterThan(2);
    const { result } = JSON.parse(output.split('\n')[1] ?? '') as { result: { tools: Listed[] } };
    send({ id: 3, method: 'tools/call', params: { name: easyTool(result.tools), arguments: {} } });
    send({ id: 4, method: 'tools/call', params: { name: easyTool(result.tools), arguments: { wrong: 1 } } });
    await expect.poll(() => output.split('\n').length, { timeout: 30_000 }).toBeGreaterThan(4);
    child.stdin.end();
    const code = await new Promise((done) => child.on('exit', done));
    const lines = output.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { jsonrpc: string }).jsonrpc)).toEqual(Array(4).fill('2.0'));
    expect(output).not.toContain('\r');
    expect(code).toBe(0);
  });
});

describe.each(servers)('the install of %s alone', (name) => {
  it('stays within its budget: at most 8 packages and 3 MB without the optional keychain', () => {
    const alone = join(work, 'alone', name);
    mkdirSync(alone, { recursive: true });
    installTarballs(closureOf(name, packages), work, alone);
    expect(installedManifests(alone).length).toBeLessThanOrEqual(8);
    expect(folderSize(join(alone, 'node_modules'))).toBeLessThanOrEqual(3 * 1024 * 1024);
  });
});
