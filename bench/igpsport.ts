import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { connect } from '@core/mcp-kit/testing';
import { sandboxPlatform } from '../servers/igpsport/sandbox/platform.ts';
import { provider } from '../servers/igpsport/src/provider.ts';
import { bundleServer } from '../servers/igpsport/test/memory/bundle.ts';
import { measureJourney } from '../servers/igpsport/test/memory/journey.ts';

/** `node --conditions=@core/source bench/igpsport.ts`: what training load costs, first and again, and what a thousand rides take. */

const LATENCY_MS = 100;
const load = 'igp_analyze_training_load';

const platform = sandboxPlatform({ latencyMs: LATENCY_MS });
const rides = platform.sandbox.emulator.state.rides.list().filter(({ startLocal }) => startLocal >= '2026-06-04');
for (const ride of rides) {
  // A service has its files ready: the emulator makes them before the clock runs, and keeps them.
  const bytes = ride.fit();
  ride.measures();
  Object.assign(ride, { fit: () => bytes });
}
const shown = rides.filter(({ startLocal }) => startLocal >= '2026-07-17').length;
const server = connect(provider, platform, { deadlineMs: 60_000 });

// The terms of the issue: 90 days, no history before them. A server of its own, with nothing in its store.
const alone = connect(provider, platform, { deadlineMs: 60_000 });
const ninety = await timed(() => alone.call(load, { days: 90, history_days: 0 }));
const first = await timed(() => server.call(load, {}));
const firstRequests = server.requests.length;
const again: number[] = [];
for (let run = 0; run < 5; run += 1) again.push((await timed(() => server.call(load, {}))).ms);
again.sort((a, b) => a - b);
const coverage = first.answer.structured.coverage as { readonly rides: number; readonly not_read: number };
if (coverage.rides !== rides.length || coverage.not_read > 0) throw new Error(JSON.stringify(coverage));

console.log('a journey through 1,000 rides with a bundled server …');
const journey = await measureBundled();
const budgets = [
  row(`first training load: 90 days, ${shown} rides`, ninety.ms / 1000, 3, 's'),
  row(
    `first training load: 90 days (${shown} rides) and 42 of history, ${rides.length} files`,
    first.ms / 1000,
    3,
    's',
  ),
  row('the same again', again[2] ?? Number.NaN, 50, 'ms'),
  row('requests of the second', server.requests.length - firstRequests, 0, ''),
  row(`peak memory of the server over ${journey.rides} rides`, journey.peakMb, 300, 'MB'),
];
const results = {
  measured: new Date().toISOString().slice(0, 10),
  machine: { node: process.version, cores: cpus().length },
  latency_ms: LATENCY_MS,
  ninety_days: { rides: shown, requests: alone.requests.length },
  first: {
    requests: firstRequests,
    /** Requests one after the other would take this many times as long. */
    against_one_at_a_time: round((firstRequests * LATENCY_MS) / first.ms),
  },
  journey,
  budgets,
};
const folder = join(resolve(import.meta.dirname), 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'igpsport.json'), `${JSON.stringify(results, null, 2)}\n`);
for (const { what, value, budget, unit, ok } of budgets) {
  console.log(`${ok ? '✓' : '✗'} ${what.padEnd(76)} ${`${value} ${unit}`.padStart(10)}   budget ${budget} ${unit}`);
}
process.exit(budgets.every(({ ok }) => ok) ? 0 : 1);

/** The bundle is made of the sources, so that nothing has to be built before. */
async function measureBundled() {
  const folder = mkdtempSync(join(tmpdir(), 'igpsport-bench-'));
  try {
    return await measureJourney([await bundleServer(folder)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(call: () => ReturnType<typeof server.call>) {
  const started = performance.now();
  const answer = await call();
  const ms = performance.now() - started;
  if (answer.failure) throw answer.failure;
  return { ms, answer };
}

function row(what: string, value: number, budget: number, unit: string) {
  return { what, value: round(value), budget, unit, ok: value <= budget };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
