import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

export default defineConfig(
  libraryBuild({ main: 'src/main.ts' }, { platform: 'node', dts: false, inline: [/^@core\/sandbox/] }),
);
