import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function check(bin: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', bin), args, {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, `${stdout}${stderr}`.slice(-6000)).toBe(0);
}

it('every file is formatted and free of what the linter finds', () =>
  check('biome', 'check', '--error-on-warnings', '.'));

it('nothing is exported, listed as a dependency or left in a file that nobody uses', () => check('knip'));

it('the repository scripts and tests type-check', () => check('tsc', '-p', 'tsconfig.json'));

it('generated files are what the code says (`pnpm gen` writes them)', () =>
  check('node', '--conditions=@core/source', 'scripts/gen/main.ts', '--check'));
