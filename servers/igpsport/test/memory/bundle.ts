import { join } from 'node:path';
import { build } from 'esbuild';

/** The server as an install runs it, made from the sources of this checkout: no build has to come first. Yields its file. */
export async function bundleServer(folder: string): Promise<string> {
  await build({
    entryPoints: [join(import.meta.dirname, '../../src/main.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@core/source'],
    external: ['@napi-rs/*'],
    banner: { js: "import{createRequire as require_}from'node:module';const require=require_(import.meta.url);" },
    logLevel: 'error',
  });
  return join(folder, 'main.mjs');
}
