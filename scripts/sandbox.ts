import { parseArgs } from 'node:util';
import { FAULTS } from '@core/sandbox';
import { platforms } from './sandbox/platforms.ts';

const HELP = `Usage: pnpm sandbox ${Object.keys(platforms).join('|')} [--port 4010] [--heavy] [--seed 1]
                    [--now 2026-10-14T09:00:00Z] [--api-key KEY] [--region cn|intl] [--fault ID]

Serves a platform with invented people on loopback, until Ctrl-C.

  --heavy    1,000 activities and, where there is one, a twelve-hour ride
  --now      freeze the clock there; without it the clock is the real one
  --api-key  of Intervals.icu
  --region   of iGPSport; its file store takes the port after --port
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
    region: { type: 'string', default: 'cn' },
    fault: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const serve = Object.hasOwn(platforms, positionals[0] ?? '') ? platforms[positionals[0] ?? ''] : undefined;
const { region } = values;
if (values.help || serve === undefined || (region !== 'cn' && region !== 'intl')) {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}

const served = await serve({
  port: Number(values.port),
  seed: Number(values.seed),
  heavy: values.heavy,
  now: values.now ?? new Date(),
  running: values.now === undefined,
  apiKey: values['api-key'],
  region,
});
const { fault } = values;
if (fault !== undefined) for (const { faults } of served.emulators) faults.inject(fault, { times: 'always' });

process.stdout.write(`${served.lines.join('\n')}\n`);
process.once('SIGINT', () => void served.close());
process.once('SIGTERM', () => void served.close());
