import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Provider } from '@core/mcp-kit';
import {
  bundleManifest,
  installTable,
  type PackageFacts,
  pageOf,
  registryEntry,
  repositoryPage,
} from '@core/mcp-kit/catalogue';
import { withBlock } from './catalogue.ts';
import type { Emitter } from './emit.ts';

type Manifest = Record<string, unknown> & { readonly name: string; readonly version: string };

/**
 * What registries and clients read of a server: `server.json`, the bundle's `manifest.json`, the install table of its README, and in `package.json` the
 * fields that repeat what the root knows. A house whose root names no repository (a generated one, in a test) has none.
 */
export function generateListing(
  root: string,
  server: string,
  provider: Provider<never, never>,
  emitter: Emitter,
): void {
  const facts = generatePackageFields(root, server, emitter, { mcpName: provider.bin });
  if (facts === undefined) return;
  emitter.file(join(server, 'server.json'), json(registryEntry(provider as never, facts)));
  emitter.file(join(server, 'manifest.json'), json(bundleManifest(provider as never, facts)));
  const readme = join(server, 'README.md');
  if (!existsSync(readme)) return;
  emitter.file(readme, withBlock(readFileSync(readme, 'utf8'), 'install', installTable(provider as never, facts)));
}

/** Provenance wants to know from which repository and folder a package comes; people want a page and a place to complain. */
export function generatePackageFields(
  root: string,
  folder: string,
  emitter: Emitter,
  { mcpName }: { readonly mcpName?: string } = {},
): PackageFacts | undefined {
  const { repository } = read(join(root, 'package.json')) as { repository?: { type: string; url: string } };
  const file = join(folder, 'package.json');
  if (repository === undefined || !existsSync(file)) return undefined;
  const manifest = read(file);
  const directory = relative(root, folder).replaceAll('\\', '/');
  const own = { repository: { ...repository, directory } };
  const owner = /github\.com\/([^/]+)\//.exec(repository.url)?.[1] ?? 'scope';
  const fields = {
    ...own,
    homepage: pageOf(own, `${directory}/README.md`),
    bugs: `${repositoryPage(own)}/issues`,
    ...(mcpName !== undefined && { mcpName: `io.github.${owner}/${mcpName}` }),
  };
  emitter.file(file, json(withFields(manifest, fields)));
  return { ...manifest, ...fields } as unknown as PackageFacts;
}

/** The fields behind the licence, where people look for them; the order of the others stays. */
function withFields(manifest: Manifest, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(manifest).filter(([key]) => !(key in fields));
  const at = entries.findIndex(([key]) => key === 'license') + 1;
  return Object.fromEntries([...entries.slice(0, at), ...Object.entries(fields), ...entries.slice(at)]);
}

function read(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
