import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { folderSize, installedManifests, publishedPackages, run } from '../scripts/pack/tarballs.ts';
import { firstAnswer } from '../scripts/rehearsal/answer.ts';
import { publishAll } from '../scripts/rehearsal/publish.ts';
import { startRegistry } from '../scripts/rehearsal/registry.ts';
import { newStranger, type Stranger } from '../scripts/rehearsal/stranger.ts';

/**
 * `pnpm bench:install`: what a stranger's `npx` of each server costs, beside that of other servers for training data from the
 * public registry, in one run: packages, size, time to the first answered `tools/list` with empty caches and again.
 */

interface Candidate {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Other servers for training data on npm, and an official example as a yardstick; the variables are what they want to see set. */
const peers: readonly Candidate[] = [
  { name: '@r-huijts/strava-mcp-server', args: [], env: { STRAVA_ACCESS_TOKEN: 'none' } },
  { name: 'hevy-mcp', args: [], env: { HEVY_API_KEY: 'none' } },
  { name: '@modelcontextprotocol/server-everything', args: [] },
];

const runs = 3;
const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(realpathSync(tmpdir()), 'peers-'));
const upstream = run('npm', ['config', 'get', 'registry'], root).trim();
const registry = await startRegistry({
  root,
  folder: join(work, 'registry'),
  ownScopes: ['@core', '@scope'],
  upstream,
});

interface Size {
  readonly packages: number;
  readonly megabytes: number;
  readonly tools: number;
}

interface Row extends Size {
  readonly name: string;
  readonly cold_ms: number;
  readonly warm_ms: number;
}

try {
  publishAll(root, work, registry.url);
  const own = publishedPackages(root)
    .filter(({ isServer }) => isServer)
    .map(({ name }): Candidate => ({ name, args: ['--demo'] }));
  const absent: Record<string, string> = {};
  const measured: { candidate: Candidate; size: Size; cold: number[]; warm: number[] }[] = [];
  for (const candidate of [...own, ...peers]) {
    try {
      measured.push({ candidate, size: await sizeOf(candidate), cold: [], warm: [] });
    } catch (error) {
      absent[candidate.name] = String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
    }
  }
  // In turns, so that a busy machine slows all alike.
  for (let turn = 0; turn < runs; turn += 1) {
    for (const { candidate, cold, warm } of measured) {
      const stranger = strangerIn(`turn-${turn}`, candidate.name);
      cold.push(await start(stranger, candidate));
      warm.push(await start(stranger, candidate));
    }
  }
  const rows = measured.map(({ candidate: { name }, size, cold, warm }): Row => {
    return { name, ...size, cold_ms: median(cold), warm_ms: median(warm) };
  });
  const npm = median(await times(() => Promise.resolve(emptyNpx())));
  const results = {
    measured: new Date().toISOString().slice(0, 10),
    machine: { node: process.version, cores: cpus().length },
    npx_alone_ms: npm,
    rows,
    absent,
  };
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  writeFileSync(join(root, 'bench/results/install.json'), `${JSON.stringify(results, null, 2)}\n`);
  print(rows, npm, absent);
} finally {
  await registry.stop();
  rmSync(work, { recursive: true, force: true });
}

/**
 * What is installed, without optional packages. Everybody's packages come through the registry on this machine, which
 * fetches them here for the first time: the way to the public one counts for nobody in the timed runs.
 */
async function sizeOf(candidate: Candidate): Promise<Size> {
  const { project, env } = strangerIn('installed', candidate.name);
  const install = ['install', '--omit=optional', '--ignore-scripts', '--no-save', candidate.name];
  const { status, stderr } = spawnSync('npm', install, { cwd: project, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { tools } = await answer(strangerIn('first', candidate.name), candidate);
  return {
    packages: installedManifests(project).length,
    megabytes: Number((folderSize(join(project, 'node_modules')) / 1024 / 1024).toFixed(2)),
    tools: tools.length,
  };
}

async function start(stranger: Stranger, candidate: Candidate): Promise<number> {
  return (await answer(stranger, candidate)).ms;
}

function answer({ project, env }: Stranger, { name, args, env: more }: Candidate) {
  return firstAnswer({ command: 'npx', args: ['-y', name, ...args], cwd: project, env: { ...env, ...more } }, false);
}

function strangerIn(folder: string, name: string): Stranger {
  return newStranger(join(work, folder, name.replaceAll(/\W+/g, '-')), registry.url, dirname(process.execPath));
}

/** What `npx` itself takes, for a program that is there already and ends at once. */
function emptyNpx(): void {
  run('npx', ['--no', 'npm', '--version'], work);
}

async function times(work: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken;
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN);
}

function print(rows: readonly Row[], npm: number, absent: Readonly<Record<string, string>>): void {
  const columns = ['packages', 'MB', 'tools', 'first npx', 'again'];
  console.log(`${''.padEnd(32)}${columns.map((title) => title.padStart(12)).join('')}`);
  for (const { name, packages, megabytes, tools, cold_ms, warm_ms } of rows) {
    const cells = [packages, megabytes, tools, `${cold_ms} ms`, `${warm_ms} ms`];
    console.log(`${name.padEnd(32)}${cells.map((cell) => String(cell).padStart(12)).join('')}`);
  }
  console.log(`npx alone: ${npm} ms`);
  for (const [name, why] of Object.entries(absent)) console.log(`left out: ${name} (${why.slice(0, 120)})`);
}
