import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cliWorld } from '../../../test/cli-host.ts';
import { goodKey } from '../../../test/toy-provider.ts';

const main = fileURLToPath(new URL('../../../test/toy-main.ts', import.meta.url));
const spawned = {
  command: process.execPath,
  args: ['--conditions=@core/source', main, '--demo'],
  stderr: 'ignore' as const,
};
const message = (fields: object) => `${JSON.stringify({ jsonrpc: '2.0', ...fields })}\n`;
const initialize = message({
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});
const listLaps = message({ id: 1, method: 'tools/call', params: { name: 'toy_list_laps', arguments: {} } });

describe('serve', () => {
  it.each(['legacy', 'auto'] as const)('as the default command serves the 2.x client (%s)', async (mode) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StdioClientTransport(spawned));
    onTestFinished(() => client.close());
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['toy_list_laps', 'toy_add_lap']);
    const result = await client.callTool({ name: 'toy_list_laps', arguments: {} });
    expect(result.structuredContent).toMatchObject({ mean_power_w: 250.75 });
  });

  it('serves the 1.x client', async () => {
    const client = new OldClient({ name: 'test', version: '1' });
    await client.connect(new OldStdio(spawned));
    onTestFinished(() => client.close());
    const result = await client.callTool({ name: 'toy_list_laps', arguments: {} });
    expect(result.structuredContent).toMatchObject({ mean_power_w: 250.75 });
  });

  it('starts without a credential, and the call says what to run', async () => {
    const { run } = await cliWorld();
    const { code, out } = await run([], { input: initialize + listLaps });
    expect(code).toBe(0);
    const answer = JSON.parse(out.trimEnd().split('\n')[1] ?? '');
    expect(answer.result.isError).toBe(true);
    expect(answer.result.content[0].text).toBe(
      'auth: No API key is set for Toy Track. Next: ask the user to run `npx -y @scope/toy-mcp setup` or set TOY_API_KEY.',
    );
  });

  it('logs a crash without the secret that is in it', async () => {
    const { run } = await cliWorld();
    let crash: (error: unknown) => void = () => {};
    const lines: string[] = [];
    const stderr = Object.assign(new EventEmitter(), { write: (line: string) => lines.push(line), isTTY: false });
    const { out } = await run(['--log-level', 'debug'], {
      env: { TOY_API_KEY: goodKey },
      input: initialize + listLaps,
      host: {
        stderr: stderr as never,
        onCrash: (listener) => {
          crash = listener;
        },
      },
    });
    expect(out).toContain('250.75');
    crash(new Error(`boom with ${goodKey}`, { cause: { headers: { authorization: `Bearer ${goodKey}` } } }));
    expect(lines.at(-1)).toContain('boom with [secret]');
    expect(lines.join('')).not.toContain(goodKey);
  });
});

describe('serve --http', () => {
  it('serves with the token from its variable, and stops on SIGTERM', async () => {
    const { run } = await cliWorld();
    const signals = new EventEmitter();
    const lines: string[] = [];
    const listening = Promise.withResolvers<string>();
    const stderr = Object.assign(new EventEmitter(), {
      write: (line: string) => {
        lines.push(line);
        const [url] = /http:\/\/[\d.:]+\/mcp/.exec(line) ?? [];
        if (url !== undefined) listening.resolve(url);
      },
      isTTY: false,
    });
    const token = 'http-token-0123456789abcdef';
    const running = run(['serve', '--http', '--port', '0', '--demo'], {
      env: { MCP_HTTP_TOKEN: token },
      host: { signals, stderr: stderr as never },
    });
    const url = await listening.promise;
    const client = new Client({ name: 'test', version: '1' });
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
    const result = await client.callTool({ name: 'toy_list_laps', arguments: {} });
    expect(result.structuredContent).toMatchObject({ mean_power_w: 250.75 });
    await client.close();
    signals.emit('SIGTERM');
    const { code, out } = await running;
    expect([code, out]).toEqual([0, '']);
    expect(lines.join('')).not.toContain(token);
  });

  it.each([
    [['--http'], {}, 'needs a token'],
    [['--http'], { MCP_HTTP_TOKEN: 'short' }, 'shorter than 16'],
    [['--http', '--host', '0.0.0.0'], { MCP_HTTP_TOKEN: 'x'.repeat(32) }, '--allowed-hosts'],
    [['--http', '--host', '0.0.0.0', '--http-without-token'], {}, 'this machine only'],
    [
      ['--http', '--host', '203.0.113.7', '--allowed-hosts', 'x.test'],
      { MCP_HTTP_TOKEN: 'x'.repeat(32) },
      'not one of this machine',
    ],
  ])('%j with %j is refused with exit code 2', async (flags, env, says) => {
    const { run } = await cliWorld();
    const { code, err } = await run(['serve', ...flags, '--demo'], { env });
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});
