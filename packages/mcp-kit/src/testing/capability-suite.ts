import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Capability, capabilityTable } from '../catalogue/capability.ts';
import type { Provider } from '../provider/provider.ts';

/**
 * What is wrong with a capability list; empty when all is well: a tool that does not exist without a reason beside it, a
 * row that names neither a tool nor a place nor a reason, a row that stands there twice.
 */
export function capabilityFaults(rows: readonly Capability[], served: ReadonlySet<string>): string[] {
  const faults = rows.flatMap(({ what, tools = [], by, notDone }) => {
    const absent = notDone === undefined ? tools.filter((name) => !served.has(name)) : [];
    const empty = tools.length === 0 && !by && !notDone;
    return [
      ...absent.map((name) => `"${what}" names ${name}, which is not served, and gives no reason`),
      ...(empty ? [`"${what}" names no tool, no place and no reason`] : []),
    ];
  });
  const keys = rows.map(({ section, what }) => `"${what}" in "${section}"`);
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return [...faults, ...[...twice].map((key) => `${key} stands there twice`)];
}

/**
 * Holds a server's list of capabilities against the tools that it serves and against its README.
 *
 * @param server absolute path of the server's folder
 */
export function capabilitySuite<Port, Settings>(
  provider: Provider<Port, Settings>,
  rows: readonly Capability[],
  server: string,
): void {
  const served = new Set(provider.tools.map(({ name }) => name));

  describe(`${provider.bin}: the capability table`, () => {
    it('names a tool that is served, a place, or a reason, in every row', () => {
      expect(capabilityFaults(rows, served)).toEqual([]);
    });

    it('stands in the README as the tools are now; `pnpm gen` writes it', () => {
      const readme = readFileSync(join(server, 'README.md'), 'utf8');
      expect(readme).toContain(
        `<!-- capabilities:start -->\n\n${capabilityTable(rows, served)}\n\n<!-- capabilities:end -->`,
      );
    });
  });
}
