import { defineConfig } from 'vitest/config';
import { packageTests } from '../../vitest.shared.ts';

// One module cache for all files of a worker: the server and its emulator are loaded once, not for each file.
export default defineConfig(packageTests({ isolate: false }));
