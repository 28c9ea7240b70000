import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';

const toy = fileURLToPath(new URL('../../test/stdio-toy.ts', import.meta.url));
const args = ['--conditions=@core/source', toy];

interface Run {
  readonly child: ChildProcessWithoutNullStreams;
  readonly send: (message: object) => void;
  readonly out: () => string;
  readonly err: () => string;
  readonly lines: (count: number) => Promise<Record<string, unknown>[]>;
}

function start(): Run {
  const child = spawn(process.execPath, args);
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  return {
    child,
    out: () => out,
    err: () => err,
    send: (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
    lines: async (count) => {
      while (out.split('\n').length <= count) await once(child.stdout, 'data');
      return out
        .split('\n')
        .slice(0, count)
        .map((line) => JSON.parse(line));
    },
  };
}

const initialize = {
  id: 0,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};
const callWait = (id: number, ms: number) => ({
  id,
  method: 'tools/call',
  params: { name: 'wait', arguments: { ms } },
});

describe('serving over standard input and output', () => {
  it('writes nothing but protocol lines that end with LF, whatever a tool prints', async () => {
    const { child, send, lines, out, err } = start();
    send(initialize);
    await lines(1);
    send({ method: 'notifications/initialized' });
    send({ id: 1, method: 'tools/call', params: { name: 'print', arguments: {} } });
    await lines(2);
    child.stdin.end();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(out()).not.toContain('\r');
    for (const line of out().trimEnd().split('\n')) expect(JSON.parse(line).jsonrpc).toBe('2.0');
    expect(err()).toContain('a stray line\nanother stray line\n');
  });

  it('answers what is under way when the input ends, then exits', async () => {
    const { child, send, lines, out } = start();
    send(initialize);
    await lines(1);
    send(callWait(1, 300));
    send(callWait(2, 100));
    child.stdin.end();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(out()).toContain('waited 300');
    expect(out()).toContain('waited 100');
  });

  it('answers a request that arrives together with the end of the input', async () => {
    const { child, out } = start();
    child.stdin.end(`${JSON.stringify({ jsonrpc: '2.0', ...initialize })}\n`);
    await once(child, 'close');
    expect(JSON.parse(out()).id).toBe(0);
  });

  it('answers a last request whose line end is missing', async () => {
    const { child, out } = start();
    child.stdin.end(JSON.stringify({ jsonrpc: '2.0', ...initialize }));
    await once(child, 'close');
    expect(JSON.parse(out()).id).toBe(0);
  });

  it('goes on after lines that are no messages', async () => {
    const { child, send, lines } = start();
    child.stdin.write('garbage\n{"a":\n[1,2]\n');
    send(initialize);
    const [answer] = await lines(1);
    expect(answer?.id).toBe(0);
    child.stdin.end();
    await once(child, 'close');
  });

  it('ends when nobody reads its output any more', async () => {
    const { child, send, lines } = start();
    send(initialize);
    await lines(1);
    child.stdin.on('error', () => {});
    child.stdout.destroy();
    let id = 1;
    const asking = setInterval(() => send({ id: id++, method: 'tools/list' }), 20);
    const [code] = await once(child, 'exit');
    clearInterval(asking);
    expect(code).toBe(0);
  });

  it('finishes what is under way after SIGTERM and takes no new work', async () => {
    const { child, send, lines, out } = start();
    send(initialize);
    await lines(1);
    send(callWait(1, 400));
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    send(callWait(2, 1));
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
    expect(out()).toContain('waited 400');
    expect(out()).not.toContain('"id":2');
  });

  it('does not wait for calls that were cancelled', async () => {
    const { child, send, lines } = start();
    send(initialize);
    await lines(1);
    send(callWait(1, 60_000));
    send({ method: 'notifications/cancelled', params: { requestId: 1 } });
    const started = performance.now();
    child.stdin.end();
    const ended = once(child, 'exit');
    const served = once(child.stderr, 'data');
    await served;
    expect(performance.now() - started).toBeLessThan(2_500);
    child.kill('SIGKILL');
    await ended;
  });

  it.each(['legacy', 'auto'] as const)('serves the official client (%s)', async (mode) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
    onTestFinished(() => client.close());
    const result = await client.callTool({ name: 'wait', arguments: { ms: 1 } });
    expect(result.content).toEqual([{ type: 'text', text: 'waited 1' }]);
  });
});
