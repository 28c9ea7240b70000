import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clients } from './client.ts';
import { findNpx, launchEntry } from './launch-entry.ts';

const places = { home: '/home/ada', cwd: '/work/plan', env: {} };
const provider = { packageName: '@scope/toy-mcp' };
const host = { execPath: '/opt/node/bin/node', script: '/opt/toy/main.js', platform: 'linux' as const };
const options = { local: false, args: [], npx: '/opt/node/bin/npx' };

describe('the file of a client', () => {
  it.each([
    ['claude-desktop', 'darwin', '/home/ada/Library/Application Support/Claude/claude_desktop_config.json'],
    ['claude-desktop', 'linux', '/home/ada/.config/Claude/claude_desktop_config.json'],
    ['claude-code', 'linux', '/work/plan/.mcp.json'],
    ['cursor', 'darwin', '/home/ada/.cursor/mcp.json'],
    ['vscode', 'linux', '/work/plan/.vscode/mcp.json'],
    ['codex', 'linux', '/home/ada/.codex/config.toml'],
    ['gemini', 'linux', '/home/ada/.gemini/settings.json'],
    ['windsurf', 'linux', '/home/ada/.codeium/windsurf/mcp_config.json'],
    ['openclaw', 'linux', '/home/ada/.openclaw/openclaw.json'],
  ] as const)('%s on %s is %s', (id, platform, path) => {
    expect(clients.find((client) => client.id === id)?.file({ ...places, platform })).toBe(path);
  });

  it('follows the platform and its variables on Windows', () => {
    const windows = {
      home: 'C:\\Users\\Ada',
      cwd: 'D:\\plan',
      platform: 'win32',
      env: { APPDATA: 'C:\\Users\\Ada\\AppData\\Roaming' },
    } as const;
    expect(clients.map((client) => client.file(windows))).toContain(
      'C:\\Users\\Ada\\AppData\\Roaming\\Claude\\claude_desktop_config.json',
    );
    expect(clients.map((client) => client.file(windows))).toContain('C:\\Users\\Ada\\.cursor\\mcp.json');
  });
});

describe('launchEntry', () => {
  it('is npx for a client that a shell starts', () => {
    expect(launchEntry({ desktop: false }, provider, host, { ...options, args: ['--read-only'] })).toEqual({
      command: 'npx',
      args: ['-y', '@scope/toy-mcp', '--read-only'],
    });
  });

  it('is the absolute npx, with a PATH that holds Node, for a client that a desktop starts', () => {
    expect(launchEntry({ desktop: true }, provider, host, options)).toEqual({
      command: '/opt/node/bin/npx',
      args: ['-y', '@scope/toy-mcp'],
      env: { PATH: '/opt/node/bin:/usr/local/bin:/usr/bin:/bin' },
    });
  });

  it('goes through cmd on Windows, where npx is a script', () => {
    expect(launchEntry({ desktop: true }, provider, { ...host, platform: 'win32' }, options)).toEqual({
      command: 'cmd',
      args: ['/c', 'npx', '-y', '@scope/toy-mcp'],
    });
  });

  it('is this very copy when asked for', () => {
    expect(launchEntry({ desktop: true }, provider, host, { ...options, local: true, args: ['--demo'] })).toEqual({
      command: '/opt/node/bin/node',
      args: ['/opt/toy/main.js', '--demo'],
    });
  });
});

describe('findNpx', () => {
  it('takes the one beside Node, else one on the PATH, never one inside a project', async () => {
    const root = await mkdtemp(join(tmpdir(), 'npx-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const place = async (folder: string) => {
      await mkdir(join(root, folder), { recursive: true });
      await writeFile(join(root, folder, 'npx'), '');
      await chmod(join(root, folder, 'npx'), 0o755);
      return join(root, folder);
    };
    const project = await place('a/node_modules/.bin');
    const tools = await place('tools');
    const env = { PATH: `${project}:relative:${tools}` };
    const found = (execPath: string) => findNpx({ execPath, env, platform: 'linux' });
    expect(await found(join(root, 'nowhere/node'))).toBe(join(tools, 'npx'));
    const beside = await place('node/bin');
    expect(await found(join(beside, 'node'))).toBe(join(beside, 'npx'));
    expect(await findNpx({ execPath: '/nowhere/node', env: {}, platform: 'linux' })).toBeUndefined();
  });
});
