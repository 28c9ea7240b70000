import { parseArgs } from 'node:util';
import { FAULTS } from '@core/sandbox';
import { serveEmulator } from '@core/sandbox/http';
import { createIntervalsSandbox } from '../servers/intervals/sandbox/index.ts';

const HELP = `Usage: pnpm sandbox intervals [--port 4010] [--heavy] [--seed 1] [--now 2026-10-14T09:00:00Z]
                            [--api-key KEY] [--fault ID]

Serves an Intervals.icu with invented people on loopback, until Ctrl-C.

  --heavy    1,000 activities and a twelve-hour ride
  --now      freeze the clock there; without it the clock is the real one
  --fault    arm a fault for every request: ${FAULTS.map((fault) => fault.id).join(', ')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '4010' },
    heavy: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    now: { type: 'string' },
    'api-key': { type: 'string' },
    fault: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || positionals[0] !== 'intervals') {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const sandbox = createIntervalsSandbox({
  seed: Number(values.seed),
  heavy: values.heavy,
  now: values.now ?? new Date(),
  running: values.now === undefined,
  ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
});
const served = await serveEmulator(sandbox.emulator, { port: Number(values.port) });
if (values.fault !== undefined) sandbox.emulator.faults.inject(values.fault, { times: 'always' });

process.stdout.write(`Intervals.icu sandbox on ${served.url}
  base     ${served.url}${sandbox.emulator.basePath}
  key      ${sandbox.apiKey}
  athlete  ${sandbox.athleteId} (${sandbox.athlete.profile.name}), today is ${sandbox.athlete.today}
  try      curl -u API_KEY:${sandbox.apiKey} '${served.url}/api/v1/athlete/0/activities?oldest=${sandbox.athlete.season.today.slice(0, 8)}01&fields=id,name,icu_training_load'
`);
process.once('SIGINT', () => void served.close());
process.once('SIGTERM', () => void served.close());
