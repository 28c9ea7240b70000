import type { CommandContext } from '../command.ts';
import { isOn } from '../resolve.ts';
import type { Client, LaunchEntry } from './client.ts';
import { findNpx, launchEntry, serverName } from './launch-entry.ts';
import { mergeIntoJson } from './merge-json.ts';
import { mergeIntoToml, tomlTable } from './merge-toml.ts';
import { rewrite, type Written } from './write-config.ts';

/** Options of the server that go into a client's entry when they were given on the command line. */
const keptOptions = new Set([
  'toolsets',
  'tools',
  'exclude-tools',
  'read-only',
  'allow-delete',
  'review',
  'log-level',
  'files-dir',
  'demo',
]);

/** The entry of this server for a client, with the options that were given on this command line. */
export async function entryFor({ provider, host, config }: CommandContext, client: Client): Promise<LaunchEntry> {
  const settingFlags = new Set(Object.values(provider.settings).map(({ flag }) => flag));
  const args = [...config.given].flatMap(([flag, { value, source }]) => {
    if (source !== `--${flag}` || !(keptOptions.has(flag) || settingFlags.has(flag))) return [];
    if (typeof value === 'boolean') return value ? [`--${flag}`] : [];
    return [`--${flag}`, Array.isArray(value) ? value.join(',') : String(value)];
  });
  return launchEntry(client, provider, host, { local: isOn(config.given, 'local'), args, npx: await findNpx(host) });
}

/** What a person would paste into the client's file. */
export async function snippetFor(context: CommandContext, client: Client): Promise<string> {
  const entry = await entryFor(context, client);
  const name = serverName(context.provider);
  if (client.format === 'toml') return tomlTable(client.at, name, entry).trimEnd();
  const server = { [name]: { ...client.extra, ...entry } };
  return JSON.stringify(
    client.at.reduceRight<unknown>((inner, key) => ({ [key]: inner }), server),
    null,
    2,
  );
}

/** Writes the entry into the client's file. */
export async function writeFor(context: CommandContext, client: Client): Promise<Written> {
  const entry = await entryFor(context, client);
  const name = serverName(context.provider);
  const merge = (text: string) =>
    client.format === 'toml'
      ? mergeIntoToml(text, client.at, name, entry)
      : mergeIntoJson(text, client.at, name, { ...client.extra, ...entry });
  return rewrite(client.file(context.host), merge, context.host.now());
}
