import { defineConfig } from 'vitest/config';
import { packageTests } from '../../vitest.shared.ts';

// Some tests put themselves in the place of node:fs and of timers: modules loaded before would keep the real ones.
export default defineConfig(packageTests({ isolate: true }));
