import { serveStdio } from '../src/transport/serve-stdio.ts';
import { toyServer } from './toy-server.ts';

const { stdin, stdout, stderr } = process;
await serveStdio(() => toyServer(), {
  stdin,
  stdout,
  stderr,
  signals: process,
  log: { log: () => {} },
  drainMs: 60_000,
});
stderr.write('served\n');
