import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function cruise(...paths: string[]) {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...paths];
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd: root,
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
    const { cruised, violations } = cruise('packages', 'servers');
    expect(violations).toEqual([]);
    expect(cruised).toBeGreaterThan(100);
  });
});

/** Planted violations: without them a cruiser that reads no TypeScript at all would pass the test above. */
describe('the guard', () => {
  const planted: string[] = [];
  afterAll(() => {
    for (const folder of planted) rmSync(folder, { recursive: true, force: true });
  });

  function plant(folder: string, source: string): string {
    mkdirSync(join(root, folder), { recursive: true });
    const place = mkdtempSync(join(root, folder, 'planted-'));
    planted.push(place);
    writeFileSync(join(place, 'violation.ts'), source);
    return place.slice(root.length + 1);
  }

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
    const place = plant(folder, source);
    expect(cruise(place).violations.join('\n')).toContain(rule);
  });
});
