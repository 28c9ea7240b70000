import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

export default defineConfig(
  libraryBuild({ index: 'src/index.ts', testing: 'src/testing/index.ts' }, { platform: 'node', external: ['vitest'] }),
);
