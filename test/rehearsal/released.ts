import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Published, publishedPackages } from '../../scripts/pack/tarballs.ts';
import { publishAll } from '../../scripts/rehearsal/publish.ts';
import { type Registry, startRegistry } from '../../scripts/rehearsal/registry.ts';
import { newStranger, type Stranger } from '../../scripts/rehearsal/stranger.ts';

/** A release on a private registry, and strangers who install from it. */
export interface Released {
  readonly root: string;
  readonly work: string;
  readonly registry: Registry;
  /** What `changeset publish` printed. */
  readonly printed: string;
  /** Somebody with an empty home, empty caches and an empty folder. */
  readonly stranger: (name: string) => Stranger;
  readonly end: () => Promise<void>;
}

export const root = resolve(import.meta.dirname, '../..');
export const packages: readonly Published[] = publishedPackages(root);
export const servers: readonly string[] = packages.filter(({ isServer }) => isServer).map(({ name }) => name);

/** `intervals` of `@scope/intervals-mcp`. */
export const idOf = (server: string): string => /\/(.+)-mcp$/.exec(server)?.[1] ?? server;

const runFile = promisify(execFile);

/** A program run in a folder of its own; what it printed. A failure shows both outputs. */
export async function run(command: string, args: readonly string[], { project, env }: Place): Promise<string> {
  const { stdout } = await runFile(command, args, { cwd: project, env: { ...env } }).catch((error: unknown) => {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}:\n${stdout}${stderr}`);
  });
  return stdout;
}

export type Place = Pick<Stranger, 'project' | 'env'>;

/** Publishes everything, as it is built now. */
export async function release(): Promise<Released> {
  const work = mkdtempSync(join(realpathSync(tmpdir()), 'rehearsal-'));
  const upstream = await run('npm', ['config', 'get', 'registry'], { project: root, env: process.env as Place['env'] });
  const registry = await startRegistry({
    root,
    folder: join(work, 'registry'),
    ownScopes: ['@core', '@scope'],
    upstream: upstream.trim(),
  });
  const printed = publishAll(root, work, registry.url);
  const ownNode = dirname(process.execPath);
  return {
    root,
    work,
    registry,
    printed,
    stranger: (name) => newStranger(join(work, 'strangers', name), registry.url, ownNode),
    end: async () => {
      await registry.stop();
      rmSync(work, { recursive: true, force: true });
    },
  };
}
