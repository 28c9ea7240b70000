import { access } from 'node:fs/promises';
import { shownPath } from '../clients/launch-entry.ts';
import type { CommandContext } from '../command.ts';
import { commandOf } from '../credentials.ts';
import { nodeWillDo, oldestNode } from '../node-version.ts';
import type { Finding } from './finding.ts';

/** Which program this is, whether a newer one is out, and whether its Node will do. */
export async function checkProgram(context: CommandContext): Promise<Finding[]> {
  const { provider, host, config } = context;
  const works = nodeWillDo(host.nodeVersion);
  return [
    { about: 'program', state: 'good', says: `${provider.bin} ${provider.version} for ${provider.platform}` },
    ...(config.demo ? [] : await newerVersion(context)),
    {
      about: 'node',
      state: works ? 'good' : 'bad',
      says: `${host.nodeVersion} on ${host.platform}`,
      ...(works ? {} : { next: `install Node ${oldestNode} or later` }),
    },
  ];
}

/** `npx` keeps what it has fetched, and clients keep the tool list of the server they started: both grow old unseen. */
async function newerVersion({ provider, host: { fetch = globalThis.fetch } }: CommandContext): Promise<Finding[]> {
  const newest = await fetch(`https://registry.npmjs.org/${provider.packageName}/latest`, {
    signal: AbortSignal.timeout(3_000),
  })
    .then(async (response) => (response.ok ? ((await response.json()) as { version?: unknown }).version : undefined))
    .catch(() => undefined);
  if (typeof newest !== 'string' || !isOlder(provider.version, newest)) return [];
  return [
    {
      about: 'version',
      state: 'note',
      says: `${newest} is out`,
      next: `run \`${commandOf({ packageName: `${provider.packageName}@latest` }, '--version')}\` once, then quit and open your client`,
    },
  ];
}

/** Whether a version is before another; what comes after a hyphen does not count. */
export function isOlder(version: string, than: string): boolean {
  const parts = (text: string): number[] => (text.split('-')[0] ?? '').split('.').map(Number);
  const [own, other] = [parts(version), parts(than)];
  for (const index of [0, 1, 2]) {
    const difference = (own[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The config file and every value that somebody gave, with its source. */
export async function checkConfiguration({ configPath, config, host }: CommandContext): Promise<Finding[]> {
  const exists = await access(configPath).then(
    () => true,
    () => false,
  );
  const path = shownPath(configPath, host);
  const given = [...config.given].filter(([flag]) => !['json', 'demo'].includes(flag));
  return [
    { about: 'config file', state: 'good', says: exists ? path : `none (it would be ${path})` },
    ...given.map(([flag, { value, source }]): Finding => {
      const shown = Array.isArray(value) ? value.join(',') : String(value);
      return { about: flag, state: 'good', says: `${shown}, from ${source === configPath ? path : source}` };
    }),
  ];
}
