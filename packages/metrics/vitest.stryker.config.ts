import { defineConfig } from 'vitest/config';

/** The tests that hold the mutated folders. Stands alone: Stryker runs it in a copy of the package. */
export default defineConfig({
  resolve: { conditions: ['@core/source', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['@core/source', 'node', 'import', 'default'] } },
  test: {
    include: ['src/{load,workload,planning,power,curves,zones,durability,thresholds}/**/*.test.ts'],
    reporters: ['dot'],
    testTimeout: 20_000,
  },
});
