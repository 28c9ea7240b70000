import { Secret } from '../secret.ts';
import { SecretsError } from '../secrets-error.ts';
import type { LookupContext } from './environment-sources.ts';
import { runHelper } from './helper-command.ts';
import type { FoundCredential } from './source.ts';

/**
 * A value that begins with `op://` is a reference into 1Password: it is replaced by what `op read` prints. Other values pass unchanged.
 * @throws SecretsError `command_failed` when `op` is missing or refuses: the reference itself is never sent anywhere as a credential.
 */
export async function resolveReference(found: FoundCredential, context: LookupContext): Promise<FoundCredential> {
  const reference = found.secret.reveal();
  if (!reference.startsWith('op://')) return found;
  const { env, platform, commandTimeoutMs } = context;
  const variableName = `the 1Password reference (${found.source.where})`;
  const output = await runHelper(['op', 'read', '--no-newline', reference], {
    variableName,
    env,
    platform,
    timeoutMs: commandTimeoutMs,
  }).catch((error: unknown) => {
    if (!(error instanceof SecretsError)) throw error;
    throw new SecretsError(
      error.kind,
      error.message,
      'Install the 1Password program "op" and sign in, or start the server with: op run --env-file .env -- npx …',
    );
  });
  return {
    ...found,
    secret: new Secret(output.trim()),
    source: { ...found.source, where: `${found.source.where}, read by 1Password` },
  };
}
