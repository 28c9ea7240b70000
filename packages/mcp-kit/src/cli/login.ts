import type { Secret } from '@core/secrets';
import type { CredentialSpec, LoginCheck } from '../provider/provider.ts';
import type { CallScope } from '../server/call-context.ts';
import type { CommandContext } from './command.ts';
import { authFailure, credentialResolver } from './credentials.ts';
import { openConnection } from './open.ts';
import { text } from './resolve.ts';

const checkMs = 30_000;

/** A call that may read and takes at most half a minute. */
export function checkScope(): CallScope {
  return { signal: AbortSignal.timeout(checkMs), mayWrite: () => false };
}

/**
 * One real call with the credentials as they are, or with `tried` in place of stored ones.
 *
 * @throws Failure of the call.
 */
export async function checkLogin(
  context: CommandContext,
  tried: ReadonlyMap<string, Secret> = new Map(),
): Promise<LoginCheck> {
  const stored = credentialResolver(context.provider, context.store);
  const { connection } = await openConnection(context, async (name) => tried.get(name) ?? stored(name));
  return connection.check(checkScope());
}

/** Whose login it is, for a person. */
export function knownAs(
  { platform }: Pick<CommandContext['provider'], 'platform'>,
  { athleteName, athleteId }: LoginCheck,
): string {
  return `${platform} knows you as ${athleteName} (${athleteId})`;
}

/**
 * Keeps a credential where `--store` says.
 *
 * @returns lines for people: the place, and what is worth knowing about it.
 */
export async function keep(
  { store, config }: CommandContext,
  { title, env }: CredentialSpec,
  secret: Secret,
): Promise<string[]> {
  try {
    const to = text(config.given, 'store', 'auto') as 'auto' | 'keychain' | 'file';
    const { where, reason, keptAside } = await store.store(env, secret, { to });
    return [
      `${title} stored in ${where}`,
      ...(reason === undefined ? [] : [`not in the keychain: ${reason}`]),
      ...(keptAside === undefined ? [] : [`a damaged file was kept as ${keptAside}`]),
    ];
  } catch (error) {
    throw authFailure(error);
  }
}

/** A variable comes before what was stored: said at once, or the new login seems not to work. */
export async function variablesThatWin({ store }: CommandContext, { env }: CredentialSpec): Promise<string[]> {
  const sources = await store.status(env);
  return sources
    .filter(({ kind, state }) => kind.startsWith('env') && state !== 'absent')
    .map(({ where }) => `${where} is set as well and is used first; unset it to use what was stored`);
}
