import type { SourceStatus } from '@core/secrets';
import type { CommandContext } from '../command.ts';
import { commandOf } from '../credentials.ts';
import type { Finding } from './finding.ts';

/** Each credential: the source that is used, the unusable ones, and the keychain. */
export async function checkCredentials({ provider, store }: CommandContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, env, optional } of provider.credentials) {
    const sources = await store.status(env, { runCommands: true });
    const used = sources.find(({ state }) => state === 'present');
    const unusable = sources.filter(({ state, kind }) => state === 'unusable' && kind !== 'keychain');
    // Two variables that exclude each other give one reason between them.
    const broken = unusable.filter(({ reason }, index) => unusable.findIndex((one) => one.reason === reason) === index);
    if (broken.length === 0 && (used !== undefined || optional !== true)) {
      const setup = commandOf(provider, 'setup');
      findings.push(used === undefined ? missing(name, sources, setup) : present(name, env, used));
    }
    findings.push(...broken.map((source) => brokenSource(name, source)));
  }
  const [first] = provider.credentials;
  if (first !== undefined) findings.push(keychain(await store.status(first.env)));
  return findings;
}

/** Works here, and in a client only when that is started with the same variable: the commonest "it works in my shell". */
function present(about: string, env: string, { kind, where }: SourceStatus): Finding {
  const here = kind === 'env' ? `; a client needs ${env} too, or a stored login (\`auth login\`)` : '';
  return { about, state: 'good', says: `from ${where}${here}` };
}

function missing(about: string, sources: readonly SourceStatus[], setup: string): Finding {
  const placeholder = sources.find(({ reason }) => reason?.includes('placeholder'));
  if (placeholder === undefined) return { about, state: 'bad', says: 'not set', next: `run \`${setup}\`` };
  return {
    about,
    state: 'bad',
    says: `not set: ${placeholder.where} holds the placeholder of a field that was left blank`,
    next: `fill in the field in your client, or run \`${setup}\``,
  };
}

function brokenSource(about: string, { where, reason, next }: SourceStatus): Finding {
  return { about, state: 'bad', says: `${where}: ${reason ?? 'unusable'}`, ...(next === undefined ? {} : { next }) };
}

function keychain(sources: readonly SourceStatus[]): Finding {
  const source = sources.find(({ kind }) => kind === 'keychain');
  if (source?.state === 'unusable') {
    return {
      about: 'keychain',
      state: 'note',
      says: `${source.reason ?? 'not usable'} Credentials go to an encrypted file.`,
    };
  }
  return { about: 'keychain', state: 'good', says: source?.where ?? 'usable' };
}
