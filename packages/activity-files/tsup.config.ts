import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

/** `index` and `write` run anywhere; `cli` is the only entry that knows Node. */
export default defineConfig(
  libraryBuild(
    {
      index: 'src/index.ts',
      samples: 'src/samples.ts',
      write: 'src/fit/write/index.ts',
      cli: 'src/inspect/main.ts',
    },
    { inline: [/^fflate$/], external: [/^node:/] },
  ),
);
