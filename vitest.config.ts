import { defineConfig } from 'vitest/config';
import { packageTests } from './vitest.shared.ts';

/** Tests of the repository as a whole; each package has its own. */
export default defineConfig(
  packageTests({
    include: ['test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  }),
);
