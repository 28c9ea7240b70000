import { randomBytes } from 'node:crypto';
import { type CredentialStore, Secret } from '@core/secrets';
import { Failure } from '../failure/failure.ts';
import type { LocalData } from '../provider/local-data.ts';
import type { CommandContext } from './command.ts';
import { authFailure } from './credentials.ts';
import { variablePrefix } from './option-table.ts';

const KEY_BYTES = 32;

/** What a server keeps on this machine: its state folder, and keys beside its credentials. */
export function localData({
  provider,
  store,
  stateFolder,
}: Pick<CommandContext, 'provider' | 'store' | 'stateFolder'>) {
  return {
    folder: stateFolder,
    key: async (name) => {
      const full = `${variablePrefix(provider)}${name}`;
      const secret = await generated(store, full).catch((error: unknown) => {
        throw authFailure(error);
      });
      const key = new Uint8Array(Buffer.from(secret.reveal(), 'base64url'));
      if (key.length === KEY_BYTES) return key;
      throw new Failure('auth', `${full} is not a key of ${KEY_BYTES} bytes in base64url`, {
        next: `unset it, or make one with \`openssl rand -base64 ${KEY_BYTES}\``,
      });
    },
  } satisfies LocalData;
}

/** A key that was given from outside (a variable, a command), else the stored one, else a new one. */
async function generated(store: CredentialStore, name: string): Promise<Secret> {
  const found = await store.lookup(name);
  if (found !== undefined) return found.secret;
  const { secret } = await store.update(
    name,
    async (current) => current ?? new Secret(randomBytes(KEY_BYTES).toString('base64url')),
  );
  if (secret === undefined) throw new Error(`${name} was not kept`);
  return secret;
}
