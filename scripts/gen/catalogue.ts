import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Provider } from '@core/mcp-kit';
import { allowedGrowth, type Capability, capabilityTable, catalogueFiles, toolTable } from '@core/mcp-kit/catalogue';
import type { Emitter } from './emit.ts';

/** A list that got dearer than anybody accepted. */
export class CostGrowth extends Error {}

/** Regenerates a server's `catalogue/` folder and the tables of its README. Gives the provider it read. */
export async function generateCatalogue(
  server: string,
  emitter: Emitter,
  acceptCost: boolean,
): Promise<Provider<never, never>> {
  const { provider } = (await import(pathToFileURL(join(server, 'src/provider.ts')).href)) as {
    provider: Provider<never, never>;
  };
  const files = catalogueFiles(provider);
  if (!acceptCost) refuseGrowth(server, files.get('tokens.json')!);
  for (const [path, content] of files) emitter.file(join(server, 'catalogue', path), content);
  for (const stale of globSync('tools/*.json', { cwd: join(server, 'catalogue') })) {
    if (!files.has(stale.replaceAll('\\', '/'))) emitter.remove(join(server, 'catalogue', stale));
  }
  const readme = join(server, 'README.md');
  if (existsSync(readme)) emitter.file(readme, await withTables(readFileSync(readme, 'utf8'), server, provider));
  return provider;
}

/** The tool table, and the capability table of a server that has `src/capabilities/rows.ts`. */
async function withTables(text: string, server: string, provider: Provider<never, never>): Promise<string> {
  const withTools = withBlock(text, 'tools', toolTable(provider));
  const rows = join(server, 'src/capabilities/rows.ts');
  if (!existsSync(rows)) return withTools;
  const { capabilities } = (await import(pathToFileURL(rows).href)) as { capabilities: readonly Capability[] };
  const served = new Set(provider.tools.map(({ name }) => name));
  return withBlock(withTools, 'capabilities', capabilityTable(capabilities, served));
}

interface Tokens {
  readonly default_toolsets: { readonly model: number };
  readonly all_toolsets: { readonly model: number };
}

function refuseGrowth(server: string, fresh: string): void {
  const file = join(server, 'catalogue/tokens.json');
  if (!existsSync(file)) return;
  const before = JSON.parse(readFileSync(file, 'utf8')) as Tokens;
  const after = JSON.parse(fresh) as Tokens;
  const grown = (['default_toolsets', 'all_toolsets'] as const).filter(
    (list) => after[list].model > before[list].model * (1 + allowedGrowth),
  );
  if (grown.length === 0) return;
  const lines = grown.map((list) => `${list}: ${before[list].model} → ${after[list].model} tokens`);
  throw new CostGrowth(
    `The tool list got more than ${allowedGrowth * 100} % dearer (${lines.join(', ')}). Shorten it, or run \`pnpm gen --accept-cost\`.`,
  );
}

/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`; a text without the marks stays as it is. */
export function withBlock(text: string, name: string, block: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) return text;
  return `${text.slice(0, from + start.length)}\n\n${block}\n\n${text.slice(to)}`;
}
