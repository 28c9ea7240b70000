import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

export default defineConfig(
  libraryBuild(
    { main: 'src/main.ts' },
    // The emulator and the simulated athlete behind `--demo`: one chunk that a normal start never reads.
    { platform: 'node', dts: false, inline: [/^@core\/(sandbox|activity-files)/] },
  ),
);
