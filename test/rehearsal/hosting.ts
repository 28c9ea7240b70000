import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it } from 'vitest';
import { instructionsOf, variablesOf, wordsOf } from './dockerfile.ts';
import { idOf, type Place, type Released, root, run, servers } from './released.ts';

const token = 'rehearsal-token-0123456789abcdef';

/** The container file and the systemd unit, step by step, without a container: their commands run in clean folders. */
export function hosting(released: () => Released): void {
  describe.each(servers)('deploy/Dockerfile for %s', (server) => {
    it('installs the server, serves it, and knows whether it is well', async () => {
      const instructions = instructionsOf(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8'));
      const { project, env } = released().stranger(`container-${idOf(server)}`);
      const variables = variablesOf(instructions, { SERVER: idOf(server) });
      const inside = { project, env: { ...env, ...variables } };
      for (const { name, rest } of instructions) if (name === 'RUN') await run('sh', ['-ec', rest], inside);

      const port = await freePort();
      const [command = '', ...args] = wordsOf(instructions, 'ENTRYPOINT');
      const child = start(join(project, command), [...args, ...wordsOf(instructions, 'CMD'), '--port', port], {
        project,
        env: { ...inside.env, ...demoOf(server), MCP_HTTP_TOKEN: token },
      });
      const [check = '', ...words] = wordsOf(instructions, 'HEALTHCHECK');
      const healthcheck = () =>
        spawnSync(
          check,
          words.map((word) => word.replace('8000', port)),
          { env: inside.env },
        );
      await expect.poll(() => healthcheck().status, { timeout: 20_000 }).toBe(0);
      await answersOverHttp(port);
      expect(await stop(child)).toBe(0);
      expect(healthcheck().status).not.toBe(0);
    });

    it('is one of the servers that the unit of systemd can start', async () => {
      const { project, env } = released().stranger(`container-${idOf(server)}`);
      const credentials = join(project, 'credentials');
      mkdirSync(credentials, { recursive: true });
      writeFileSync(join(credentials, 'http_token'), `${token}\n`);
      const port = await freePort();
      const unit = readFileSync(join(root, 'deploy/training-mcp@.service'), 'utf8');
      const filled = unit
        .replaceAll('%i', idOf(server))
        .replaceAll('%d', credentials)
        .replaceAll('/opt/training-mcp', project)
        .replace(`\${PORT}`, port)
        .replace(`\${ALLOWED_HOSTS}`, 'localhost');
      const [, command = ''] = /^ExecStart=(.+)$/m.exec(filled) ?? [];
      const [, tokenFile = ''] = /^Environment=MCP_HTTP_TOKEN_FILE=(.+)$/m.exec(filled) ?? [];
      const [program = '', ...args] = command.split(' ');
      const child = start(program, args, {
        project,
        env: { ...env, ...demoOf(server), MCP_HTTP_TOKEN_FILE: tokenFile },
      });
      await expect.poll(() => isUp(port), { timeout: 20_000 }).toBe(true);
      await answersOverHttp(port);
      expect(await stop(child)).toBe(0);
    });
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.skipIf(!analyze)('the unit is one that systemd understands', () => {
    const folder = join(released().work, 'unit');
    const bin = join(folder, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    const [id = ''] = servers.map(idOf);
    writeFileSync(join(bin, `${id}-mcp`), '#!/bin/sh\n');
    chmodSync(join(bin, `${id}-mcp`), 0o755);
    const unit = readFileSync(join(root, 'deploy/training-mcp@.service'), 'utf8');
    const file = join(folder, `training-mcp@${id}.service`);
    writeFileSync(file, unit.replaceAll('/opt/training-mcp', folder));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => line.includes('training-mcp'))).toEqual([]);
    expect(status).toBe(0);
  });
}

const demoOf = (server: string) => ({ [`${idOf(server).toUpperCase()}_DEMO`]: 'true' });

function start(command: string, args: readonly string[], { project, env }: Place): ChildProcess {
  return spawn(command, args, { cwd: project, env: { ...env }, stdio: 'ignore' });
}

/** Asks it to stop, as Docker and systemd do; its exit code. */
async function stop(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  child.kill('SIGTERM');
  return Promise.race([ended, pause(20_000, null)]);
}

async function isUp(port: string): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function answersOverHttp(port: string): Promise<void> {
  const url = new URL(`http://localhost:${port}/mcp`);
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  const client = new Client({ name: 'hosting', version: '1.0.0' });
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  expect((await client.listTools()).tools.length).toBeGreaterThan(0);
  await client.close();
}

function freePort(): Promise<string> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '0';
      server.close(() => done(port));
    });
  });
}
