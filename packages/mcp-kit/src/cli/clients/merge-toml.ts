import type { LaunchEntry } from './client.ts';
import type { MergedText } from './merge-json.ts';

/** A server as a TOML table: `[mcp_servers.intervals]`. */
export function tomlTable(at: readonly string[], name: string, { command, args, env }: LaunchEntry): string {
  const lines = [
    `[${[...at, name].join('.')}]`,
    `command = ${JSON.stringify(command)}`,
    `args = [${args.map((arg) => JSON.stringify(arg)).join(', ')}]`,
  ];
  const variables = Object.entries(env ?? {}).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  if (variables.length > 0) lines.push(`env = { ${variables.join(', ')} }`);
  return `${lines.join('\n')}\n`;
}

/**
 * Adds a server to the text of a TOML file, or replaces the lines of its own table. Everything else stays byte for byte:
 * comments, order, blank lines. Tables below it (`[mcp_servers.intervals.env]`) are not touched.
 */
export function mergeIntoToml(text: string, at: readonly string[], name: string, entry: LaunchEntry): MergedText {
  const table = tomlTable(at, name, entry);
  const lines = text.split('\n');
  const start = lines.findIndex((line) => isHeader(line, [...at, name]));
  if (start === -1) {
    const gap = text === '' || text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
    return { text: `${text}${gap}${table}`, replaced: false };
  }
  const next = lines.findIndex((line, index) => index > start && /^\s*\[/.test(line));
  const after = next === -1 ? [] : ['', ...lines.slice(next)];
  return {
    text: [...lines.slice(0, start), table.trimEnd(), ...(next === -1 ? [''] : after)].join('\n'),
    replaced: true,
  };
}

function isHeader(line: string, path: readonly string[]): boolean {
  const [, inside] = /^\s*\[([^[\]]+)\]\s*(?:#.*)?$/.exec(line) ?? [];
  if (inside === undefined) return false;
  const parts = inside.split('.').map((part) => part.trim().replace(/^["'](.*)["']$/, '$1'));
  return parts.join('.') === path.join('.');
}
