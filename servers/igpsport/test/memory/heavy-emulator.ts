import { createIgpsportSandbox } from '../../sandbox/index.ts';
import { serveIgpsport } from '../../sandbox/serve.ts';
import { standInHash } from '../../sandbox/signing/stand-in.ts';

/** Rides that are simulated; the others of the thousand have their seconds. Nobody looks at the times inside a file. */
const SIMULATED = 40;

/** An account of 1,000 rides over HTTP, until its parent ends. */
const sandbox = createIgpsportSandbox({ heavy: true, now: new Date(), running: true });
const rides = sandbox.emulator.state.rides.list();
const models = rides.slice(0, SIMULATED).map((ride) => ({ fit: ride.fit(), measures: ride.measures() }));
for (const [index, ride] of rides.entries()) {
  const model = models[index % SIMULATED]!;
  Object.assign(ride, { fit: () => model.fit, measures: () => model.measures });
}
const served = await serveIgpsport(sandbox);
process.send?.({
  url: served.url,
  signingModule: standInHash(),
  username: sandbox.username,
  password: sandbox.password,
  rides: rides.length,
});
process.once('disconnect', () => process.exit(0));
