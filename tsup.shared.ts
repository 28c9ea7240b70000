import type { Options } from 'tsup';

/**
 * Build options of a published package: minified ESM for the browser-or-Node floor we promise, declarations beside it.
 * `inline` names third-party packages that go into the file, so that an install stays small; everything else that the
 * package.json lists under `dependencies` stays outside.
 */
export function libraryBuild(entry: Record<string, string>, options: Options & { inline?: RegExp[] } = {}): Options {
  const { inline = [], ...rest } = options;
  return {
    entry,
    format: 'esm',
    target: 'node22',
    platform: 'neutral',
    minify: true,
    clean: true,
    splitting: true,
    treeshake: true,
    dts: true,
    noExternal: inline,
    ...rest,
  };
}
