import { defineConfig } from 'vitest/config';
import { packageTests } from '../../vitest.shared.ts';

export default defineConfig(packageTests({ testTimeout: 30_000, hookTimeout: 120_000 }));
