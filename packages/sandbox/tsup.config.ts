import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

export default defineConfig(
  libraryBuild(
    {
      index: 'src/index.ts',
      athlete: 'src/athlete/index.ts',
      files: 'src/files/index.ts',
      http: 'src/http/serve.ts',
      msw: 'src/msw/handlers.ts',
    },
    { platform: 'node' },
  ),
);
