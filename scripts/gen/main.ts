import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Provider } from '@core/mcp-kit';
import { generateCatalogue } from './catalogue.ts';
import { generateCoachingTable, generateLibraryPages, generateToolsPage } from './docs.ts';
import { createEmitter } from './emit.ts';
import { generateListing, generatePackageFields } from './listing.ts';
import { newProvider } from './new-provider.ts';
import { newTool } from './new-tool.ts';
import { generatePictures } from './pictures.ts';
import { generateToolsIndex } from './tools-index.ts';

const usage = `pnpm gen                                    regenerate tool lists, catalogues, tables
pnpm gen --check                            tell what is stale; exit 1 when anything is
pnpm gen --accept-cost                      accept a tool list that got over 5 % dearer
pnpm gen tool <provider> <verb-noun> --toolset <folder> [--effect read|create|update|delete|send]
pnpm gen provider <name> --prefix <letters> [--platform <title>]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    'accept-cost': { type: 'boolean', default: false },
    toolset: { type: 'string' },
    effect: { type: 'string', default: 'read' },
    prefix: { type: 'string' },
    platform: { type: 'string' },
    root: { type: 'string' },
  },
});
const root = resolve(values.root ?? join(import.meta.dirname, '../..'));
const emitter = createEmitter(root, values.check);

async function regenerate(): Promise<void> {
  const providers: Provider<never, never>[] = [];
  for (const index of globSync('packages/*/src/tools/index.ts', { cwd: root })) {
    generateToolsIndex(join(root, index, '../../..'), emitter);
  }
  for (const manifest of globSync('servers/*/package.json', { cwd: root }).sort()) {
    const server = join(root, manifest, '..');
    generateToolsIndex(server, emitter);
    const provider = await generateCatalogue(server, emitter, values['accept-cost']);
    generateListing(root, server, provider, emitter);
    providers.push(provider);
  }
  for (const manifest of globSync('packages/*/package.json', { cwd: root }).sort())
    generatePackageFields(root, join(root, manifest, '..'), emitter);
  generateToolsPage(root, providers, emitter);
  generateCoachingTable(root, providers, emitter);
  generateLibraryPages(root, emitter);
  await generatePictures(root, emitter);
}

async function run(): Promise<number> {
  const [what, name, tool] = positionals;
  if (what === undefined) {
    await regenerate();
  } else if (what === 'tool' && name !== undefined && tool !== undefined && values.toolset !== undefined) {
    const server = join(root, 'servers', name);
    const { provider } = (await import(join(server, 'src/provider.ts'))) as { provider: Provider<never, never> };
    newTool({ server, prefix: provider.prefix, name: tool, toolset: values.toolset, effect: values.effect }, emitter);
    generateToolsIndex(server, emitter);
  } else if (what === 'provider' && name !== undefined && values.prefix !== undefined) {
    const platform = values.platform ?? name[0]!.toUpperCase() + name.slice(1);
    newProvider({ id: name, prefix: values.prefix, platform, root }, emitter);
  } else {
    console.error(usage);
    return 2;
  }
  for (const file of emitter.changed) console.log(`${values.check ? 'stale' : 'wrote'} ${file}`);
  if (emitter.changed.length === 0) console.log('everything is up to date');
  return values.check && emitter.changed.length > 0 ? 1 : 0;
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
