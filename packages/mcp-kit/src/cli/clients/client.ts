import { posix, win32 } from 'node:path';
import type { CliHost } from '../host.ts';

/** How a client starts the server. */
export interface LaunchEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

type Places = Pick<CliHost, 'home' | 'cwd' | 'platform' | 'env'>;

/** A program that people use MCP servers in, and how it is told about one. */
export interface Client {
  readonly id: string;
  readonly title: string;
  /** Its configuration file. */
  readonly file: (places: Places) => string;
  /** Keys that lead to the table of servers in a JSON file; for TOML the name of the table. */
  readonly at: readonly string[];
  readonly format: 'json' | 'toml';
  /** Members that this client wants besides command, args and env. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Started from a desktop, without the PATH of a shell: needs absolute paths. */
  readonly desktop: boolean;
  /** Its own command that does the same, when it has one. */
  readonly addCommand?: (name: string, entry: LaunchEntry) => string;
  /** What a person does afterwards. */
  readonly afterwards: string;
}

const below = ({ platform }: Places, first: string, ...parts: string[]): string =>
  (platform === 'win32' ? win32 : posix).join(first, ...parts);

/** The folder of application settings of this platform. */
function applicationData(places: Places): string {
  const { platform, home, env } = places;
  if (platform === 'darwin') return below(places, home, 'Library', 'Application Support');
  if (platform === 'win32') return env.APPDATA ?? below(places, home, 'AppData', 'Roaming');
  return env.XDG_CONFIG_HOME ?? below(places, home, '.config');
}

const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
const commandLine = ({ command, args }: LaunchEntry): string => [command, ...args].map(shellWord).join(' ');

/** Every client that `config` and `setup` know. */
export const clients: readonly Client[] = [
  {
    id: 'claude-desktop',
    title: 'Claude Desktop',
    file: (places) => below(places, applicationData(places), 'Claude', 'claude_desktop_config.json'),
    at: ['mcpServers'],
    format: 'json',
    desktop: true,
    afterwards: 'Quit Claude Desktop and open it again',
  },
  {
    id: 'claude-code',
    title: 'Claude Code',
    file: (places) => below(places, places.cwd, '.mcp.json'),
    at: ['mcpServers'],
    format: 'json',
    desktop: false,
    addCommand: (name, entry) => `claude mcp add --scope user ${name} -- ${commandLine(entry)}`,
    afterwards: 'Start Claude Code in this folder and allow the server',
  },
  {
    id: 'cursor',
    title: 'Cursor',
    file: (places) => below(places, places.home, '.cursor', 'mcp.json'),
    at: ['mcpServers'],
    format: 'json',
    desktop: true,
    afterwards: 'Switch the server on in Cursor Settings, MCP',
  },
  {
    id: 'vscode',
    title: 'VS Code',
    file: (places) => below(places, places.cwd, '.vscode', 'mcp.json'),
    at: ['servers'],
    format: 'json',
    extra: { type: 'stdio' },
    desktop: true,
    addCommand: (name, entry) => `code --add-mcp ${shellWord(JSON.stringify({ name, ...entry }))}`,
    afterwards: 'Open this folder in VS Code and start the server from .vscode/mcp.json',
  },
  {
    id: 'codex',
    title: 'Codex',
    file: (places) => below(places, places.env.CODEX_HOME ?? below(places, places.home, '.codex'), 'config.toml'),
    at: ['mcp_servers'],
    format: 'toml',
    desktop: false,
    addCommand: (name, entry) => `codex mcp add ${name} -- ${commandLine(entry)}`,
    afterwards: 'Start Codex again',
  },
  {
    id: 'gemini',
    title: 'Gemini CLI',
    file: (places) => below(places, places.home, '.gemini', 'settings.json'),
    at: ['mcpServers'],
    format: 'json',
    desktop: false,
    afterwards: 'Start Gemini CLI again',
  },
  {
    id: 'windsurf',
    title: 'Windsurf',
    file: (places) => below(places, places.home, '.codeium', 'windsurf', 'mcp_config.json'),
    at: ['mcpServers'],
    format: 'json',
    desktop: true,
    afterwards: 'Refresh the MCP servers in Windsurf',
  },
  {
    id: 'openclaw',
    title: 'OpenClaw',
    file: (places) => below(places, places.home, '.openclaw', 'openclaw.json'),
    at: ['mcp', 'servers'],
    format: 'json',
    desktop: true,
    afterwards: 'Run: openclaw mcp reload',
  },
];
