import { access, constants, readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { type Client, clients } from '../clients/client.ts';
import { serverName, shownPath } from '../clients/launch-entry.ts';
import type { CommandContext } from '../command.ts';
import { commandOf } from '../credentials.ts';
import type { Finding } from './finding.ts';

/** Clients whose files may hold comments: what is no JSON there can be in order. */
const withComments = new Set(['vscode', 'gemini', 'openclaw']);

interface Entry {
  readonly command?: unknown;
  readonly args?: unknown;
}

/** What the clients on this machine know of this server, and whether they can start it. */
export async function checkClients(context: CommandContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const client of clients) findings.push(...(await checkClient(context, client)));
  if (findings.length > 0) return findings;
  return [
    {
      about: 'clients',
      state: 'note',
      says: 'no client that this program knows is set up for it',
      next: `run \`${commandOf(context.provider, 'setup')}\`, or \`config\` to print what a client needs`,
    },
  ];
}

async function checkClient(context: CommandContext, client: Client): Promise<Finding[]> {
  const { host, provider } = context;
  const path = client.file(host);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  // The name of the program is in that of the package; a file without it is not our business.
  if (text === undefined || !text.includes(provider.bin)) return [];
  const shown = shownPath(path, host);
  if (client.format === 'toml') return [{ about: client.id, state: 'good', says: shown }];
  const entries = entriesOf(text, client.at);
  if (entries === undefined) {
    const state = withComments.has(client.id) ? 'note' : 'bad';
    return [
      {
        about: client.id,
        state,
        says: `${shown} is not plain JSON${state === 'bad' ? `, so ${client.title} reads none of it` : ''}`,
        next: 'look for a missing or extra comma, or a quote, near what was added last',
      },
    ];
  }
  const entry = entries[serverName(provider)] ?? Object.values(entries).find((one) => names(one, provider.packageName));
  return entry === undefined ? [] : [await startable(context, client, entry, shown)];
}

function entriesOf(text: string, at: readonly string[]): Readonly<Record<string, Entry>> | undefined {
  try {
    let value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    for (const key of at) value = (value as Record<string, unknown> | null)?.[key] ?? {};
    return value as Record<string, Entry>;
  } catch {
    return undefined;
  }
}

function names(entry: Entry, packageName: string): boolean {
  return Array.isArray(entry.args) && entry.args.some((arg) => String(arg).startsWith(packageName));
}

/** A client that is started from a desktop has not the PATH of a shell: a bare `npx` is then not found. */
async function startable(
  { host, provider }: CommandContext,
  client: Client,
  { command }: Entry,
  shown: string,
): Promise<Finding> {
  const cure = `run \`${commandOf(provider, `config ${client.id} --write`)}\``;
  const { isAbsolute } = host.platform === 'win32' ? win32 : posix;
  if (typeof command !== 'string')
    return { about: client.id, state: 'bad', says: `${shown} names no command for it`, next: cure };
  if (isAbsolute(command)) {
    const exists = await access(command, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (exists) return { about: client.id, state: 'good', says: shown };
    const gone = shownPath(command, host);
    return { about: client.id, state: 'bad', says: `starts ${gone}, which is not there any more`, next: cure };
  }
  if (host.platform === 'win32') {
    if (command !== 'npx') return { about: client.id, state: 'good', says: shown };
    return { about: client.id, state: 'bad', says: 'starts npx, which Windows finds only through cmd /c', next: cure };
  }
  if (!client.desktop) return { about: client.id, state: 'good', says: shown };
  return {
    about: client.id,
    state: 'note',
    says: `starts ${command} without its folder, which a program of the desktop may not find`,
    next: cure,
  };
}
