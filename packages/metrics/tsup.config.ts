import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';
import manifest from './package.json' with { type: 'json' };

/** One entry an export of package.json: an app that imports `@core/metrics/load` loads that and nothing else. */
const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) =>
  typeof target === 'string' ? [] : [[subpath === '.' ? 'index' : subpath.slice(2), target['@core/source']]],
);

export default defineConfig(libraryBuild(Object.fromEntries(entries)));
