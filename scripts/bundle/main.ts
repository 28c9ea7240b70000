import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Provider } from '@core/mcp-kit';
import { registryEntry } from '@core/mcp-kit/catalogue';
import { createEmitter } from '../gen/emit.ts';
import { generatePackageFields } from '../gen/listing.ts';
import { bundleServer } from './build.ts';

/**
 * `pnpm bundle [--into folder] [--released-at url]`: the MCP bundle of every server, and with the address that the
 * bundles will have, each server's registry entry with the hash of its bundle.
 */

const { values } = parseArgs({
  options: { into: { type: 'string', default: 'bundles' }, 'released-at': { type: 'string' } },
});
const root = resolve(import.meta.dirname, '../..');
const into = resolve(root, values.into);
mkdirSync(into, { recursive: true });

for (const file of globSync('servers/*/manifest.json', { cwd: root }).sort()) {
  const server = join(root, file, '..');
  const bundle = await bundleServer(server, into);
  console.log(`${basename(bundle.path).padEnd(36)} ${(bundle.bytes / 1024).toFixed(0)} KB  sha256 ${bundle.sha256}`);
  if (values['released-at'] === undefined) continue;
  const { provider } = (await import(join(server, 'src/provider.ts'))) as { provider: Provider<never, never> };
  const facts = generatePackageFields(root, server, createEmitter(root, true), { mcpName: provider.bin });
  if (facts === undefined) throw new Error('package.json names no repository');
  const url = `${values['released-at'].replace(/\/$/, '')}/${basename(bundle.path)}`;
  const entry = registryEntry(provider as never, facts, { url, sha256: bundle.sha256 });
  writeFileSync(join(into, `${provider.bin}.server.json`), `${JSON.stringify(entry, null, 2)}\n`);
}
