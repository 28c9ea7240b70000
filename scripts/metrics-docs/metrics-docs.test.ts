import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../gen-metrics-docs.ts');
const source = `/**
 * Speed of things.
 *
 * @packageDocumentation
 */

export { type Trip, pace } from './pace.ts';
`;
const pace = `/** A way travelled. */
export interface Trip {
  /** m */
  readonly metres: number;
  /** s | min */
  readonly seconds?: number | string;
}

/**
 * Seconds a kilometre: \`s/km\`, see {@link Trip}.
 *
 * | Platform | Unit |
 * |---|---|
 * | here | s |
 * @param trip the way.
 * @returns s per km.
 * @source arithmetic.
 */
export function pace(trip: Trip): number {
  return trip.metres;
}
`;

let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const run = (...flags: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--root', root, ...flags], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const page = () => readFileSync(join(root, 'docs/metrics.md'), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'metrics-docs-'));
  const exports = {
    '.': './x',
    './pace': { '@core/source': './src/pace/index.ts' },
    './package.json': './package.json',
  };
  put('packages/metrics/package.json', JSON.stringify({ exports }));
  put('packages/metrics/src/pace/index.ts', source);
  put('packages/metrics/src/pace/pace.ts', pace);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('docs/metrics.md', () => {
  it('holds what the doc comments say: head, signature, text, tables, tags, fields', () => {
    expect(run()).toMatchObject({ status: 0, stdout: 'wrote docs/metrics.md\n' });
    expect(page()).toContain('## @core/metrics/pace\n\nSpeed of things.\n\n### pace');
    expect(page()).toContain('pace(trip: Trip): number');
    expect(page()).toContain(
      'Seconds a kilometre: `s/km`, see `Trip`.\n\n| Platform | Unit |\n|---|---|\n| here | s |',
    );
    expect(page()).toContain('- **Input:** `trip`: the way.\n- **Returns:** s per km.\n- **Source:** arithmetic.');
    expect(page()).toContain('| `seconds?` | `number \\| string` | s \\| min |');
  });

  it('is checked: up to date passes, a changed comment fails and writes nothing', () => {
    expect(run('--check')).toMatchObject({ status: 1, stdout: 'stale docs/metrics.md\n' });
    run();
    expect(run('--check')).toMatchObject({ status: 0, stdout: 'docs/metrics.md is up to date\n' });
    const before = page();
    put('packages/metrics/src/pace/pace.ts', pace.replace('arithmetic', 'physics'));
    expect(run('--check')).toMatchObject({ status: 1, stdout: 'stale docs/metrics.md\n' });
    expect(page()).toBe(before);
  });

  it('names a public function that nobody described', () => {
    put('packages/metrics/src/pace/pace.ts', `${pace}\nexport function bare(): number {\n  return 1;\n}\n`);
    put('packages/metrics/src/pace/index.ts', source.replace('pace }', 'pace, bare }'));
    expect(run()).toMatchObject({ status: 1, stderr: 'no doc comment: @core/metrics/pace: bare\n' });
  });

  it('of this repository is up to date and describes every public function', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'docs/metrics.md is up to date\n', stderr: '' });
  });
});
