import { resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Minified bytes of an app that has only this line. */
async function sizeOf(line: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: line, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['@core/source'],
  });
  return outputFiles[0]?.contents.length ?? 0;
}

describe('what an app pays', () => {
  it('load maths alone is under 3 KB minified, also through the root export', async () => {
    const use = 'import { dailyLoads, fitnessSeries } from';
    for (const from of ['@core/metrics/load', '@core/metrics'])
      expect(await sizeOf(`${use} '${from}'; export const run = [dailyLoads, fitnessSeries];`)).toBeLessThan(3072);
  });

  it('NP alone is under 3 KB', async () => {
    expect(await sizeOf("export { normalizedPower } from '@core/metrics';")).toBeLessThan(3072);
  });

  it('an import for its types alone costs nothing', async () => {
    expect(await sizeOf("import '@core/metrics';")).toBeLessThan(50);
  });
});
