import { defineConfig } from 'tsup';
import { libraryBuild } from '../../tsup.shared.ts';

/** The keychain package is native and optional: it stays outside, and is looked for when it is first needed. */
export default defineConfig(
  libraryBuild({ index: 'src/index.ts' }, { platform: 'node', external: ['@napi-rs/keyring'] }),
);
