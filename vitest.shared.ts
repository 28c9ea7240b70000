import type { ViteUserConfig } from 'vitest/config';

/**
 * Test options of every package: workspace imports resolve to sources (no build between an edit and a test), and the
 * JSON report is what `pnpm test` counts.
 */
export function packageTests(options: NonNullable<ViteUserConfig['test']> = {}): ViteUserConfig {
  return {
    resolve: { conditions: ['@core/source', 'node', 'import', 'default'] },
    ssr: { resolve: { conditions: ['@core/source', 'node', 'import', 'default'] } },
    test: {
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'sandbox/**/*.test.ts'],
      reporters: ['default', 'json'],
      outputFile: { json: '.vitest/report.json' },
      ...options,
    },
  };
}
