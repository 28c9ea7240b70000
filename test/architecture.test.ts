import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function cruise(tree: string, ...paths: string[]) {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
  };
  return {
    cruised: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

describe('import directions', () => {
  it('hold in every package and server', () => {
    const { cruised, violations } = cruise(root, 'packages', 'servers');
    expect(violations).toEqual([]);
    expect(cruised).toBeGreaterThan(100);
  });
});

/**
 * Violations planted in a small tree of the same shape: without them a cruiser that reads no TypeScript at all would pass
 * the test above. In the tree itself they would be seen by whatever else runs at that moment.
 */
describe('the guard', () => {
  const tree = mkdtempSync(join(tmpdir(), 'planted-'));
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };

  beforeAll(() => {
    cpSync(join(root, '.dependency-cruiser.cjs'), join(tree, '.dependency-cruiser.cjs'));
    cpSync(join(root, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'));
    write(
      'packages/secrets/package.json',
      JSON.stringify({ name: '@core/secrets', exports: { '.': './src/index.ts' } }),
    );
    write('packages/secrets/src/index.ts', 'export class Secret {}\n');
    write('packages/metrics/src/index.ts', 'export {};\n');
    write('servers/intervals/src/client/http.ts', 'export {};\n');
    write('servers/intervals/src/client/index.ts', 'export {};\n');
    mkdirSync(join(tree, 'node_modules/@core'), { recursive: true });
    symlinkSync(join(tree, 'packages/secrets'), join(tree, 'node_modules/@core/secrets'));
  });

  it.each([
    [
      'a value import of another package',
      'packages/metrics/src',
      "import { Secret } from '@core/secrets';\nexport const s = Secret;\n",
      'metrics-stands-alone',
    ],
    [
      'a type import of another package',
      'packages/metrics/src',
      "import type { Secret } from '@core/secrets';\nexport type S = Secret;\n",
      'metrics-stands-alone',
    ],
    [
      'a Node built-in in the mathematics',
      'packages/metrics/src',
      "import { readFileSync } from 'node:fs';\nexport const r = readFileSync;\n",
      'metrics-stands-alone',
    ],
    [
      'a tool that reaches for an endpoint',
      'servers/intervals/src/tools',
      "import * as http from '../../client/http.ts';\nexport const h = http;\n",
      'tools-see-the-port-not-the-wire',
    ],
    [
      'a relative path into another package',
      'packages/workouts/src',
      "import * as m from '../../../metrics/src/index.ts';\nexport const all = m;\n",
      'packages-are-imported-by-name',
    ],
    [
      'an emulator built from our client',
      'servers/intervals/sandbox',
      "import * as c from '../../src/client/index.ts';\nexport const all = c;\n",
      'the-emulator-is-not-built-from-our-client',
    ],
  ])('finds %s', (_, folder, source, rule) => {
    write(`${folder}/planted/violation.ts`, source);
    expect(cruise(tree, `${folder}/planted`).violations.map((found) => found.split(':')[0])).toEqual([rule]);
  });
});
