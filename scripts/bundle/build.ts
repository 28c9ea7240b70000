import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packExtension, validateManifest } from '@anthropic-ai/mcpb';
import { build } from 'esbuild';

export interface Bundle {
  /** `intervals-mcp-0.1.0.mcpb`, absolute. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal; a client compares it with the registry's entry. */
  readonly sha256: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly server: { readonly entry_point: string };
}

/**
 * The MCP bundle of a built server: its manifest, its code with every dependency in it, licence and readme. No native
 * add-ons: a client brings its own Node, and keeps secrets itself.
 *
 * @param server the server's folder, whose `dist` is up to date
 * @throws Error when the manifest is not valid or the archive cannot be made
 */
export async function bundleServer(server: string, into: string): Promise<Bundle> {
  const manifest = JSON.parse(readFileSync(join(server, 'manifest.json'), 'utf8')) as Manifest;
  const folder = join(into, `${manifest.name}-content`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundleCode(server, join(folder, 'server'));
  if (!existsSync(join(folder, manifest.server.entry_point)))
    throw new Error(`${manifest.name}: the code is not at ${manifest.server.entry_point}`);
  for (const file of ['manifest.json', 'README.md', 'LICENSE']) cpSync(join(server, file), join(folder, file));
  if (!validateManifest(join(folder, 'manifest.json')))
    throw new Error(`${manifest.name}: the manifest is not valid; see \`mcpb validate\``);
  const path = join(into, `${manifest.name}-${manifest.version}.mcpb`);
  const packed = await packExtension({ extensionPath: folder, outputPath: path, silent: true });
  if (!packed) throw new Error(`${manifest.name}: the bundle could not be packed`);
  const content = readFileSync(path);
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** One script with its lazy parts beside it; the keychain stays out and is found missing, as on a machine without one. */
async function bundleCode(server: string, outdir: string): Promise<void> {
  await build({
    entryPoints: [join(server, 'dist/main.js')],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['@napi-rs/keyring'],
    legalComments: 'none',
    logLevel: 'error',
  });
}
