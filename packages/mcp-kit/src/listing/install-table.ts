import { clients, type LaunchEntry } from '../cli/clients/client.ts';
import type { AnyProvider } from '../cli/option-table.ts';
import { type PackageFacts, repositoryPage } from './package-facts.ts';

/**
 * The part of a README that says how each client gets the server: links where a client has them, else one command. None
 * holds a credential: `setup` stores it, or the client asks.
 */
export function installTable(provider: AnyProvider, facts: PackageFacts): string {
  const entry: LaunchEntry = { command: 'npx', args: ['-y', provider.packageName] };
  const releases = `${repositoryPage(facts)}/releases`;
  const rows = clients.map(({ id, title, addCommand }) => {
    if (id === 'claude-desktop')
      return [
        title,
        `open the bundle of \`${provider.bin}\` from the [releases](${releases}), or ${write(provider, id)}`,
      ];
    if (id === 'cursor') return [title, `[Add to Cursor](${cursorLink(provider, entry)})`];
    if (id === 'vscode') return [title, `[Add to VS Code](${vscodeLink(provider, entry)})`];
    return [title, addCommand === undefined ? write(provider, id) : `\`${addCommand(provider.id, entry)}\``];
  });
  return [
    '| Client | How |',
    '|---|---|',
    ...rows.map(([client, how]) => `| ${client} | ${how} |`),
    `| any other | command \`npx\`, arguments \`-y ${provider.packageName}\` |`,
  ].join('\n');
}

function write({ packageName }: AnyProvider, client: string): string {
  return `\`npx -y ${packageName} config ${client} --write\``;
}

/** The client shows what it will start and asks. */
export function cursorLink({ id }: Pick<AnyProvider, 'id'>, entry: LaunchEntry): string {
  const config = Buffer.from(JSON.stringify(entry)).toString('base64');
  return `https://cursor.com/en/install-mcp?name=${encodeURIComponent(id)}&config=${encodeURIComponent(config)}`;
}

/** The client asks for each credential and keeps it in its own secret store. */
export function vscodeLink({ id, credentials }: Pick<AnyProvider, 'id' | 'credentials'>, entry: LaunchEntry): string {
  const asked = credentials.filter(({ optional }) => optional !== true);
  const inputs = asked.map(({ name, title, where }) => ({
    type: 'promptString',
    id: name,
    description: `${title}. ${where}`,
    password: true,
  }));
  const env = Object.fromEntries(asked.map(({ name, env: variable }) => [variable, `\${input:${name}}`]));
  const config = { type: 'stdio', ...entry, env };
  return [
    `https://insiders.vscode.dev/redirect/mcp/install?name=${encodeURIComponent(id)}`,
    `config=${encodeURIComponent(JSON.stringify(config))}`,
    `inputs=${encodeURIComponent(JSON.stringify(inputs))}`,
  ].join('&');
}
