import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connect } from '@core/mcp-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../packages/mcp-kit/src/server/create-server.ts';
import { type HttpService, serveHttp } from '../packages/mcp-kit/src/transport/index.ts';
import { sandboxPlatform } from '../servers/intervals/sandbox/platform.ts';
import { provider } from '../servers/intervals/src/provider.ts';
import { excused } from './conformance-excused.ts';

const root = resolve(import.meta.dirname, '..');
let service: HttpService;
let folder: string;

/** The product as it is, over its own HTTP front; only the bearer is off, because the suite cannot send one. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const { runtime } = connect(provider, sandboxPlatform());
  service = await serveHttp(({ era }) => createServer(runtime, { era }), {
    host: '127.0.0.1',
    port: 0,
    path: '/mcp',
    version: provider.version,
    token: undefined,
    withoutToken: true,
    allowedHosts: [],
    allowedOrigins: [],
    signals: new EventEmitter(),
    log: { log: () => {} },
  });
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['2025-11-25', '2026-07-28'] as const)('the conformance suite of %s', (revision) => {
  it('passes every scenario but those that are excused with a reason, and none of these by accident', async () => {
    const baseline = join(folder, `${revision}.yml`);
    writeFileSync(
      baseline,
      `server:\n${Object.keys(excused[revision])
        .map((name) => `  - ${name}`)
        .join('\n')}\n`,
    );
    const args = ['server', '--url', service.url, '--requirements', revision, '--expected-failures', baseline];
    const { status, output } = await suite(args);
    expect(status, output.slice(-4000)).toBe(0);
    expect(Number(/Total: (\d+) passed/.exec(output)?.[1])).toBeGreaterThan(30);
  });
});

/** Runs beside this process, which serves it: a blocking spawn would wait for itself. */
async function suite(args: string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(join(root, 'node_modules/.bin/conformance'), args, { cwd: folder });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('close', (status) => done({ status, output }));
  });
}
