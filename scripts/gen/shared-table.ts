import type { Provider } from '@core/mcp-kit';

/** Shared tools that a server does by a tool of its own: provider id → shared name → its name there. */
export const ownInstead: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  intervals: { send_message: 'icu_send_message' },
  igpsport: { get_training_load: 'igp_analyze_training_load' },
};

type Served = Pick<Provider<never, never>, 'id' | 'platform' | 'tools'>;

/**
 * Tools that are written once and mounted on several servers: one row a tool, one column a server, with its name there, or
 * in its place the server's own.
 *
 * @throws Error when `instead` names a tool that does not exist.
 */
export function sharedTable(providers: readonly Served[], instead: typeof ownInstead = {}): string {
  const names = [
    ...new Set(providers.flatMap(({ tools }) => tools.flatMap(({ shared }) => (shared ? [shared.name] : [])))),
  ].sort();
  if (names.length === 0) return 'None.';
  const cell = ({ id, tools }: Served, name: string): string => {
    const found = tools.find(({ shared }) => shared?.name === name)?.name;
    const own = instead[id]?.[name];
    if (own !== undefined && !tools.some((tool) => tool.name === own)) throw new Error(`${id} has no ${own}`);
    if (found !== undefined) return `\`${found}\``;
    return own === undefined ? '–' : `\`${own}\` (its own)`;
  };
  return [
    `| Shared tool | ${providers.map(({ platform }) => platform).join(' | ')} |`,
    `|---|${providers.map(() => '---|').join('')}`,
    ...names.map((name) => `| ${name} | ${providers.map((provider) => cell(provider, name)).join(' | ')} |`),
  ].join('\n');
}
