import { displayPath, variable } from '../directories.ts';
import { probeAccount } from '../file/key-store.ts';
import type { Keychain } from '../keychain/keychain.ts';
import {
  credentialVariables,
  fromCommand,
  fromFile,
  isUnfilledPlaceholder,
  type LookupContext,
} from '../lookup/environment-sources.ts';
import { type FoundCredential, SOURCE_KINDS, type Source, type SourceKind } from '../lookup/source.ts';
import { Secret } from '../secret.ts';
import { SecretsError } from '../secrets-error.ts';
import type { Vault } from './vault.ts';

/** One source of a credential, for `doctor` and `auth status`. */
export interface SourceStatus extends Source {
  state: 'present' | 'absent' | 'unusable';
  /** Why it is unusable, or what is worth knowing. Never holds a value. */
  reason?: string;
  /** The action that helps, when it is unusable. */
  next?: string;
}

export interface StatusContext {
  context: LookupContext;
  vault: Vault;
  keychain: Keychain;
  filePath: string;
  runCommands: boolean;
  settled: (found: FoundCredential) => Promise<FoundCredential | undefined>;
}

type Verdict = Pick<SourceStatus, 'state' | 'reason' | 'next'> & { where?: string };

/** The state of each source that a lookup asks, in its order; `explicit` is the caller's own and not listed. */
export async function statusOf(name: string, status: StatusContext): Promise<SourceStatus[]> {
  const stored: Verdict & { kind?: SourceKind } = await verdictOf(() => storedVerdict(name, status));
  const ask: Record<Exclude<SourceKind, 'explicit'>, () => Promise<Verdict>> = {
    env: () => valueVerdict(name, status),
    env_file: () => fileVerdict(name, status),
    env_command: () => commandVerdict(name, status),
    keychain: async () => (stored.kind === 'keychain' ? stored : keychainVerdict(status.keychain)),
    file: async () => (stored.kind === 'keychain' ? { state: 'absent' } : stored),
  };
  const where: Record<Exclude<SourceKind, 'explicit'>, string> = {
    env: `environment variable ${name}`,
    env_file: `file named by ${name}_FILE`,
    env_command: `command in ${name}_COMMAND`,
    keychain: status.keychain.name,
    file: displayPath(status.filePath, status.context.home),
  };
  const listed: SourceStatus[] = [];
  for (const kind of SOURCE_KINDS) {
    if (kind === 'explicit') continue;
    const verdict = await verdictOf(ask[kind]);
    listed.push(plain(kind, where[kind], verdict));
  }
  return listed;
}

/** The variables of a credential that are set. Never throws: it is asked when a login is being undone. */
export function variablesInUse(name: string, context: LookupContext): Source[] {
  const set = (key: string) => {
    const value = variable(context.env, key, context.platform)?.trim();
    return value !== undefined && value !== '' && !isUnfilledPlaceholder(value);
  };
  const sources: Source[] = [
    { kind: 'env', where: name },
    { kind: 'env_file', where: `${name}_FILE` },
    { kind: 'env_command', where: `${name}_COMMAND` },
  ];
  return sources
    .filter((source) => set(source.where))
    .map(({ kind, where }) => ({ kind, where: `environment variable ${where}` }));
}

async function valueVerdict(name: string, { context, settled }: StatusContext): Promise<Verdict> {
  const raw = variable(context.env, name, context.platform)?.trim();
  if (raw !== undefined && isUnfilledPlaceholder(raw)) {
    return { state: 'absent', reason: 'it holds a placeholder that the host did not fill in' };
  }
  const { value } = credentialVariables(name, context);
  if (value === undefined) return { state: 'absent' };
  await settled({ secret: new Secret(value), source: { kind: 'env', where: `environment variable ${name}` } });
  return { state: 'present' };
}

async function fileVerdict(name: string, { context, settled }: StatusContext): Promise<Verdict> {
  const { file } = credentialVariables(name, context);
  if (file === undefined) return { state: 'absent' };
  const found = await fromFile(`${name}_FILE`, file, context);
  await settled(found);
  return { state: 'present', where: found.source.where };
}

async function commandVerdict(name: string, { context, settled, runCommands }: StatusContext): Promise<Verdict> {
  const line = variable(context.env, `${name}_COMMAND`, context.platform)?.trim();
  if (line === undefined || line === '' || isUnfilledPlaceholder(line)) return { state: 'absent' };
  if (!runCommands) return { state: 'present', reason: 'it is set; it was not run' };
  await settled(await fromCommand(`${name}_COMMAND`, line, context));
  return { state: 'present' };
}

async function storedVerdict(
  name: string,
  { vault, settled }: StatusContext,
): Promise<Verdict & { kind?: SourceKind }> {
  const location = await vault.locate(name);
  if (location === undefined) return { state: 'absent' };
  const verdict = await verdictOf(async () => {
    const found = await vault.read(name);
    if (found !== undefined) await settled(found);
    return { state: found === undefined ? 'absent' : 'present' };
  });
  return { ...verdict, kind: location.kind, where: location.where };
}

/** Nothing is stored in it; whether it could be is what people want to know. */
async function keychainVerdict(keychain: Keychain): Promise<Verdict> {
  await keychain.read(probeAccount);
  return { state: 'absent' };
}

async function verdictOf<T extends Verdict>(ask: () => Promise<T>): Promise<T | Verdict> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;
    return { state: 'unusable', reason: error.message, next: error.next };
  }
}

function plain(kind: SourceKind, where: string, verdict: Verdict): SourceStatus {
  const status: SourceStatus = { kind, where: verdict.where ?? where, state: verdict.state };
  if (verdict.reason !== undefined) status.reason = verdict.reason;
  if (verdict.next !== undefined) status.next = verdict.next;
  return status;
}
