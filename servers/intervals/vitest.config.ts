import { defineConfig } from 'vitest/config';
import { packageTests } from '../../vitest.shared.ts';

// One module cache for all files of a worker: the simulated people are made once, not sixty times.
export default defineConfig(packageTests({ isolate: false }));
