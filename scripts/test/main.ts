import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Counts, countReport, sum } from './counts.ts';

/** `pnpm test`: everything that must hold, through turbo's cache; the last line is `N passed, N failed`. */

const root = resolve(import.meta.dirname, '../..');
const runs = join(root, '.turbo/runs');

function sharedState(): string {
  const shared = process.env.SHARED_DIR ?? join(dirname(root), 'shared');
  // Tests that read the shared references are skipped where it is absent: a cached skip must not answer for a real run.
  return existsSync(shared) ? `present at ${shared}` : 'absent';
}

function turbo(): number {
  rmSync(runs, { recursive: true, force: true });
  mkdirSync(runs, { recursive: true });
  const args = [
    'exec',
    'turbo',
    'run',
    'build',
    'types',
    'test',
    '//#test:repo',
    '--summarize',
    '--continue=always',
    '--concurrency=2',
    '--output-logs=new-only',
  ];
  const env = { ...process.env, SHARED_STATE: sharedState(), TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  return spawnSync('pnpm', args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}

interface RunSummary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly cache: { readonly status: string };
    readonly execution?: { readonly exitCode: number };
  }[];
}

/** Builds and type checks count one each; test tasks count what their report says. */
function countTasks({ tasks }: RunSummary): { counts: Counts; lines: string[] } {
  const lines: string[] = [];
  const all: Counts[] = [];
  for (const { taskId, task, cache, execution } of tasks) {
    const ok = cache.status === 'HIT' || execution?.exitCode === 0;
    const isTest = task === 'test' || task === 'test:repo';
    const [owner = ''] = taskId.split('#');
    const folder = owner === '//' ? root : packageFolder(owner);
    const counts = isTest
      ? countReport(join(folder, '.vitest/report.json'), ok)
      : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
    all.push(counts);
    if (isTest || !ok)
      lines.push(
        `${ok && counts.failed === 0 ? '✓' : '✗'} ${taskId.padEnd(34)} ${describe(counts)}${cache.status === 'HIT' ? ' (cached)' : ''}`,
      );
  }
  return { counts: sum(all), lines };
}

function packageFolder(name: string): string {
  const manifests = globSync('{packages,servers}/*/package.json', { cwd: root });
  const found = manifests.find(
    (file) => (JSON.parse(readFileSync(join(root, file), 'utf8')) as { name: string }).name === name,
  );
  return join(root, found === undefined ? basename(name) : dirname(found));
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const started = performance.now();
const status = turbo();
const [summary] = globSync('*.json', { cwd: runs });
if (summary === undefined) {
  console.error('turbo wrote no run summary; its own message is above');
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const { counts, lines } = countTasks(JSON.parse(readFileSync(join(runs, summary), 'utf8')) as RunSummary);
const failed = status !== 0 && counts.failed === 0 ? 1 : counts.failed;
console.log(`\n${lines.join('\n')}\n\n${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
