import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

/** One entry a topic: an app that imports `@core/metrics/load` downloads load maths and nothing else. */
const topics = ['result', 'samples'];

export default defineConfig(
  libraryBuild({
    index: 'src/index.ts',
    ...Object.fromEntries(topics.map((topic) => [topic, `src/${topic}/index.ts`])),
  }),
);
