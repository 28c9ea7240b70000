import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/**
 * Best time of a process that reads one file and prints its totals, and of a process that only reads the bytes. Ratios of
 * different versions of Node do not compare: the empty process takes 26 ms with Node 24, 65 ms with Node 20.
 */
export async function wholeProcess(
  root: string,
  file: Uint8Array,
  runs: number,
): Promise<{ ours: number; empty: number }> {
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
    const times = { ours: [] as number[], empty: [] as number[] };
    for (let i = 0; i < runs; i++) {
      times.empty.push(timeOf(empty, input));
      times.ours.push(timeOf(ours, input));
    }
    return { ours: Math.min(...times.ours), empty: Math.min(...times.empty) };
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

function timeOf(script: string, input: string): number {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, [script, input]);
  if (status !== 0) throw new Error(`${script} failed`);
  return performance.now() - from;
}
