import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

export default defineConfig(
  libraryBuild(
    {
      index: 'src/index.ts',
      cli: 'src/cli/index.ts',
      http: 'src/http/index.ts',
      catalogue: 'src/catalogue/index.ts',
      schema: 'src/schema/index.ts',
      testing: 'src/testing/index.ts',
    },
    {
      platform: 'node',
      // Only `/testing` needs these, and whoever writes a provider has them.
      external: ['vitest', '@modelcontextprotocol/client'],
      inline: [/^@modelcontextprotocol\/(server|core|node)/, /^zod/, /^ky$/, /^@clack\/prompts$/],
    },
  ),
);
