import { createIgpsportSandbox } from '../../servers/igpsport/sandbox/index.ts';
import { serveIgpsport } from '../../servers/igpsport/sandbox/serve.ts';
import { standInHash } from '../../servers/igpsport/sandbox/signing/stand-in.ts';

/** An account of 1,000 rides over HTTP, until its parent ends. */
const sandbox = createIgpsportSandbox({ heavy: true, now: new Date(), running: true });
const served = await serveIgpsport(sandbox);
process.send?.({
  url: served.url,
  signingModule: standInHash(),
  username: sandbox.username,
  password: sandbox.password,
  rides: sandbox.emulator.state.rides.list().length,
});
process.once('disconnect', () => process.exit(0));
