import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unpackExtension } from '@anthropic-ai/mcpb';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleServer } from '../scripts/bundle/build.ts';

const root = resolve(import.meta.dirname, '..');
const servers = globSync('servers/*/manifest.json', { cwd: root })
  .sort()
  .map((file) => join(root, file, '..'));
let work: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'bundles-'));
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(servers.map((server) => [server.slice(root.length + 1), server]))('the bundle of %s', (_, server) => {
  let bundle: Bundle;
  let unpacked: string;

  beforeAll(async () => {
    bundle = await bundleServer(server, work);
    unpacked = `${bundle.path}-unpacked`;
    await unpackExtension({ mcpbPath: bundle.path, outputDir: unpacked, silent: true });
  });

  it('is small and holds no native code', () => {
    expect(bundle.bytes).toBeLessThan(1024 * 1024);
    expect(globSync('**/*.node', { cwd: unpacked })).toEqual([]);
    expect(globSync('**/node_modules', { cwd: unpacked })).toEqual([]);
  });

  it('runs as its manifest says, with the form left blank, and answers a real client', async () => {
    const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8'));
    const { command, args, env } = manifest.server.mcp_config as {
      command: string;
      args: string[];
      env: Record<string, string>;
    };
    // The host leaves the placeholders of blank fields as they are; preset fields get their preset.
    const filled = Object.fromEntries(
      Object.entries(env).map(([name, value]) => {
        const { default: preset } = manifest.user_config[/user_config\.(\w+)/.exec(value)?.[1] ?? ''] ?? {};
        return [
          name,
          preset === undefined ? value : String(preset).replace(/\$\{DOWNLOADS\}/, join(work, 'Downloads')),
        ];
      }),
    );
    const demo = `${manifest.name.replace(/-mcp$/, '').toUpperCase()}_DEMO`;
    const client = new Client({ name: 'bundle', version: '1.0.0' });
    await client.connect(
      new StdioClientTransport({
        command: command === 'node' ? process.execPath : command,
        args: args.map((arg) => arg.replaceAll(`\${__dirname}`, unpacked)),
        env: { ...filled, [demo]: 'true', HOME: work, PATH: process.env.PATH ?? '' },
        cwd: work,
        stderr: 'ignore',
      }),
    );
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(
      manifest.tools.map(({ name }: { name: string }) => name).sort(),
    );
    const easy = tools.find(({ inputSchema, annotations }) => annotations?.readOnlyHint && !inputSchema.required);
    const result = await client.callTool({ name: easy?.name ?? '', arguments: {} });
    expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
    await client.close();
  });
});
