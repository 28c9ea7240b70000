import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Registry {
  /** `http://127.0.0.1:43021/` */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface RegistryOptions {
  readonly root: string;
  /** Where it keeps its packages and its configuration. */
  readonly folder: string;
  /** Scopes of ours, which it never asks the public registry for. */
  readonly ownScopes: readonly string[];
  /** Where everything else comes from. */
  readonly upstream: string;
}

/**
 * A private npm registry (verdaccio) on this machine, empty at the start. Anybody may publish; what is not ours is fetched
 * from the public registry.
 *
 * @throws Error when it does not answer within a minute
 */
export async function startRegistry(options: RegistryOptions): Promise<Registry> {
  const { root, folder } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'config.yaml');
  writeFileSync(config, configuration(options));
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/verdaccio/bin/verdaccio'), '--config', config, '--listen', `127.0.0.1:${port}`],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const kill = (): void => void child.kill();
  // Who is interrupted leaves no registry behind.
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  for (const latest = Date.now() + 60_000; Date.now() < latest; await pause(50)) {
    if (child.exitCode !== null) throw new Error(`verdaccio ended: ${output}`);
    const answers = await fetch(`${url}-/ping`).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return { url, stop };
  }
  await stop();
  throw new Error(`verdaccio did not answer: ${output}`);
}

function configuration({ folder, ownScopes, upstream }: RegistryOptions): string {
  const own = ownScopes.map((scope) => `  '${scope}/*':\n    access: $all\n    publish: $all\n    unpublish: $all`);
  return `storage: ${join(folder, 'storage')}
uplinks:
  public:
    url: ${upstream}
    timeout: 60s
    maxage: 60m
packages:
${own.join('\n')}
  '**':
    access: $all
    proxy: public
max_body_size: 50mb
log: { type: stdout, format: pretty, level: warn }
web: { enable: false }
`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}
