import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The lowest Node that we promise, and the newest of each line that people have. */
export const nodeVersions = ['22.13.0', '22.23.3', '24.21.0', '26.9.0'] as const;

/**
 * The folder that holds `node` of a version, from the npm package `node`. It is fetched once and kept with the other caches
 * of the repository.
 *
 * @throws Error when it cannot be fetched
 */
export function nodeFolder(root: string, version: string): string {
  const place = join(root, 'node_modules/.cache/nodes', version);
  const bin = join(place, 'node_modules/node/bin');
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  if (existsSync(join(bin, program))) return bin;
  const unfinished = `${place}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{"private":true}');
  const args = ['install', `node@${version}`, '--no-audit', '--no-fund', '--no-save', '--no-package-lock'];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: unfinished, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Node ${version} could not be fetched: ${stdout}${stderr}`);
  mkdirSync(dirname(place), { recursive: true });
  try {
    renameSync(unfinished, place);
  } catch {
    // Another run was faster.
    rmSync(unfinished, { recursive: true, force: true });
  }
  // Its program is put there by an install script, which a stricter npm may not run.
  if (!existsSync(join(bin, program))) throw new Error(`npm did not run the install script of node@${version}`);
  return bin;
}
