import { setTimeout as delay } from 'node:timers/promises';
import { Secret } from '../../src/secret.ts';
import { createCredentialStore } from '../../src/store/credential-store.ts';

/** A process of its own that writes: `write-entries.ts <home> <config> <state> <prefix> <count> <store|update>`. */
const [home = '', config = '', state = '', prefix = '', count = '0', what = 'store'] = process.argv.slice(2);
const credentials = createCredentialStore({ app: 'app', env: {}, directories: { home, config, state } });

for (let index = 0; index < Number(count); index += 1) {
  if (what === 'store') {
    await credentials.store(`${prefix}_${index}`, new Secret(`value-${prefix}-${index}`), { to: 'file' });
  } else {
    await credentials.update('COUNTER', async (current) => {
      await delay(1);
      return new Secret(`count-${Number(current?.reveal().slice('count-'.length)) + 1}`);
    });
  }
}
