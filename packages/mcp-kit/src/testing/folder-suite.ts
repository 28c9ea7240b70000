import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Provider } from '../provider/provider.ts';

/**
 * The conventions of a provider's `src/tools/` folder, as {@link toolFolderSuite}. Tools that the provider mounts from a
 * package have their files there.
 *
 * @param folder absolute path of `src/tools`
 */
export function folderSuite<Port, Settings>(provider: Provider<Port, Settings>, folder: string): void {
  const own = provider.tools.filter(({ shared }) => shared === undefined);
  const named = own.map(({ name, toolset }) => ({ name: name.slice(provider.prefix.length + 1), toolset }));
  toolFolderSuite(provider.bin, named, folder);
}

/**
 * Folder = toolset, file = tool name without prefix, a test beside each tool, nothing listed that has no file nor the other
 * way round, and no tool that handles errors itself.
 *
 * @param tools names without prefix
 * @param folder absolute path of `src/tools`
 */
export function toolFolderSuite(
  title: string,
  tools: readonly { readonly name: string; readonly toolset: string }[],
  folder: string,
): void {
  const toolsets = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = toolsets.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `${name}/${file}`),
  );
  const expected = tools.map(({ name, toolset }) => `${toolset}/${name.replaceAll('_', '-')}.ts`);

  describe(`${title}: the tools folder`, () => {
    it('holds one file for each tool, in the folder of its toolset, and no other', () => {
      expect([...files].sort()).toEqual([...expected].sort());
    });

    it('leaves errors to the kit: what may fail without failing the call goes through partOf', () => {
      const catching = /\btry\s*\{|\.catch\(/;
      expect(files.filter((file) => catching.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
    });

    it('has a test beside each tool', () => {
      expect(files.filter((file) => !existsSync(join(folder, file.replace(/\.ts$/, '.test.ts'))))).toEqual([]);
    });
  });
}
