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
      // Property tests and emulators on a busy machine: a limit that only a hang reaches.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // One module cache for all files of a worker: what a module holds must not matter, because modules hold no state.
      isolate: false,
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'sandbox/**/*.test.ts'],
      reporters: ['default', 'json'],
      outputFile: { json: '.vitest/report.json' },
      ...options,
    },
  };
}
