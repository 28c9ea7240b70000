import { createRedactor } from '../../src/redaction/redactor.ts';
import { createCredentialStore } from '../../src/store/credential-store.ts';

/**
 * A process that crashes while it holds a secret: `crash.ts <home> <config> <state> <secret> plain` lets Node print the error,
 * `… redacted` prints it the way a server does, through the redactor.
 */
const [home = '', config = '', state = '', value = '', way = 'plain'] = process.argv.slice(2);
const redactor = createRedactor({ home });
const credentials = createCredentialStore({
  app: 'app',
  env: { K: value },
  directories: { home, config, state },
  redactor,
});
const found = await credentials.lookup('K');
if (way === 'redacted') {
  process.on('uncaughtException', (error) => {
    process.stderr.write(
      `${redactor.redactText(String(error.stack))}\n${JSON.stringify(redactor.redactValue(error))}\n`,
    );
    process.exitCode = 1;
  });
  throw new Error(`login with ${found?.secret.reveal()} failed`, { cause: { cookie: found?.secret.reveal(), found } });
}
throw Object.assign(new Error(`login with ${found?.secret} failed`, { cause: found?.secret }), { found, credentials });
