import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueFiles } from '../catalogue/files.ts';
import type { Provider } from '../provider/provider.ts';

/**
 * Holds a provider's generated `catalogue/` against its code: a tool, its schema, its output contract or its cost cannot
 * change without the change showing in a reviewed file.
 *
 * @param folder absolute path of `catalogue`
 */
export function catalogueSuite<Port, Settings>(provider: Provider<Port, Settings>, folder: string): void {
  describe(`${provider.bin}: the catalogue`, () => {
    const files = catalogueFiles(provider as Provider<Port, never>);

    it.each([...files.keys()])('%s is what the code says (regenerate with `pnpm gen catalogue`)', (path) => {
      const file = join(folder, path);
      expect(existsSync(file) ? readFileSync(file, 'utf8') : 'missing').toBe(files.get(path));
    });

    it('lists no tool that is gone', () => {
      const known = [...files.keys()]
        .filter((path) => path.startsWith('tools/'))
        .map((path) => path.slice('tools/'.length));
      expect(readdirSync(join(folder, 'tools')).filter((file) => !known.includes(file))).toEqual([]);
    });
  });
}
