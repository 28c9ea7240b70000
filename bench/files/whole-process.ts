import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** Milliseconds of whole processes under one Node. */
export interface ProcessTimes {
  /** Without the `v`. */
  readonly node: string;
  /** A process that reads one file and prints its totals. */
  readonly ours: number;
  /** A process that only reads the bytes. */
  readonly empty: number;
}

/**
 * Best times under the Node that runs this, and under that of the machine when it is another. Ratios of two versions do not
 * compare: what we add is the same, but an empty process takes 26 ms with Node 24 and 65 ms with Node 20.
 */
export async function wholeProcess(root: string, file: Uint8Array, runs: number): Promise<ProcessTimes[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-files-'));
  try {
    const input = join(folder, 'ride.fit');
    writeFileSync(input, file);
    const empty = join(folder, 'empty.mjs');
    writeFileSync(
      empty,
      `import { readFileSync } from 'node:fs';\nprocess.stdout.write(String(readFileSync(process.argv[2]).length));\n`,
    );
    const ours = join(folder, 'ours.mjs');
    await bundle(
      root,
      ours,
      `import { readFileSync } from 'node:fs';
import { readFit } from './read.ts';
const activity = readFit(readFileSync(process.argv[2]));
process.stdout.write(JSON.stringify([activity.samples.time.length, activity.sessions, activity.laps.length]));`,
    );
    return nodes().map(({ path, version }) => {
      const times = { ours: [] as number[], empty: [] as number[] };
      for (let i = 0; i < runs; i++) {
        times.empty.push(timeOf(path, empty, input));
        times.ours.push(timeOf(path, ours, input));
      }
      return { node: version, ours: Math.min(...times.ours), empty: Math.min(...times.empty) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Minified bytes of an entry of the package's FIT decoder, with everything it imports. */
export async function minifiedSize(root: string, entry: string): Promise<number> {
  const { outputFiles } = await build({ ...options, stdin: stdin(root, `export * from './${entry}'`), write: false });
  return outputFiles?.[0]?.contents.length ?? 0;
}

async function bundle(root: string, outfile: string, contents: string): Promise<void> {
  await build({ ...options, stdin: stdin(root, contents), outfile, external: ['node:*'] });
}

function stdin(root: string, contents: string) {
  return { contents, resolveDir: join(root, 'packages/activity-files/src/fit'), loader: 'ts' as const };
}

const options = {
  bundle: true,
  minify: true,
  format: 'esm' as const,
  platform: 'neutral' as const,
  conditions: ['@core/source'],
  charset: 'utf8' as const,
} satisfies BuildOptions;

/** This Node, and the first of the PATH that no package brought, when it is another version. */
function nodes(): { path: string; version: string }[] {
  const own = { path: process.execPath, version: process.versions.node };
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  for (const folder of folders) {
    const path = join(folder, 'node');
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (status !== 0) continue;
    const version = stdout.trim().slice(1);
    return version === own.version ? [own] : [own, { path, version }];
  }
  return [own];
}

function timeOf(node: string, script: string, input: string): number {
  const from = performance.now();
  const { status } = spawnSync(node, [script, input]);
  if (status !== 0) throw new Error(`${script} failed`);
  return performance.now() - from;
}
