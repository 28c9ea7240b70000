import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metricsPage, undocumented } from './page.ts';
import { readTopics } from './read.ts';
import { topicsOf } from './topics.ts';

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
const page = () => metricsPage(readTopics(topicsOf(root)));

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
    expect(page()).toContain('## @core/metrics/pace\n\nSpeed of things.\n\n### pace');
    expect(page()).toContain('pace(trip: Trip): number');
    expect(page()).toContain(
      'Seconds a kilometre: `s/km`, see `Trip`.\n\n| Platform | Unit |\n|---|---|\n| here | s |',
    );
    expect(page()).toContain('- **Input:** `trip`: the way.\n- **Returns:** s per km.\n- **Source:** arithmetic.');
    expect(page()).toContain('| `seconds?` | `number \\| string` | s \\| min |');
  });

  it('changes with a comment', () => {
    put('packages/metrics/src/pace/pace.ts', pace.replace('arithmetic', 'physics'));
    expect(page()).toContain('- **Source:** physics.');
  });

  it('names a public function that nobody described', () => {
    put('packages/metrics/src/pace/pace.ts', `${pace}\nexport function bare(): number {\n  return 1;\n}\n`);
    put('packages/metrics/src/pace/index.ts', source.replace('pace }', 'pace, bare }'));
    expect(undocumented(readTopics(topicsOf(root)))).toEqual(['@core/metrics/pace: bare']);
  });
});
