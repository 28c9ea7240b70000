import { join } from 'node:path';
import { Secret } from '../../src/secret.ts';
import { SecretsError } from '../../src/secrets-error.ts';
import { createCredentialStore } from '../../src/store/credential-store.ts';

/**
 * A process with the real keychain of its session: `keychain-session.ts <home> <step>…`, a step being `store=value`, `store-large=length`, `lookup`, `erase` or `status`.
 * Prints one line of JSON per step.
 */
const [home = '', ...steps] = process.argv.slice(2);
const directories = { home, config: join(home, 'config'), state: join(home, 'state') };
const credentials = createCredentialStore({ app: 'core-secrets-test', env: {}, directories });

async function perform(step: string): Promise<unknown> {
  const [what, argument = ''] = step.split('=');
  if (what === 'store') return credentials.store('K', new Secret(argument));
  if (what === 'store-large') return credentials.store('K', new Secret('x'.repeat(Number(argument))));
  if (what === 'erase') return credentials.erase('K');
  if (what === 'status') return (await credentials.status('K')).find(({ kind }) => kind === 'keychain');
  const found = await credentials.lookup('K');
  return found === undefined ? null : { value: found.secret.reveal(), kind: found.source.kind };
}

for (const step of steps) {
  const outcome = await perform(step).catch((error: unknown) => {
    if (error instanceof SecretsError) return { failed: error.kind, message: error.message };
    throw error;
  });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
