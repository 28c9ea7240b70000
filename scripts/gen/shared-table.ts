import type { Provider } from '@core/mcp-kit';

/** Tools that are written once and mounted on several servers: one row a tool, one column a server, with its name there. */
export function sharedTable(providers: readonly Pick<Provider<never, never>, 'platform' | 'tools'>[]): string {
  const names = [
    ...new Set(providers.flatMap(({ tools }) => tools.flatMap(({ shared }) => (shared ? [shared.name] : [])))),
  ].sort();
  if (names.length === 0) return 'None.';
  const cell = ({ tools }: Pick<Provider<never, never>, 'tools'>, name: string): string => {
    const found = tools.find(({ shared }) => shared?.name === name);
    return found === undefined ? '–' : `\`${found.name}\``;
  };
  return [
    `| Shared tool | ${providers.map(({ platform }) => platform).join(' | ')} |`,
    `|---|${providers.map(() => '---|').join('')}`,
    ...names.map((name) => `| ${name} | ${providers.map((provider) => cell(provider, name)).join(' | ')} |`),
  ].join('\n');
}
