import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** A process that is killed after the temporary file is complete and before it is renamed: `crash-before-rename.ts <home> <config> <state>`. */
fs.promises.rename = async () => {
  process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();

const { createCredentialStore } = await import('../../src/store/credential-store.ts');
const { Secret } = await import('../../src/secret.ts');
const [home = '', config = '', state = ''] = process.argv.slice(2);
const credentials = createCredentialStore({ app: 'app', env: {}, directories: { home, config, state } });
await credentials.store('K', new Secret('never-arrives'), { to: 'file' });
