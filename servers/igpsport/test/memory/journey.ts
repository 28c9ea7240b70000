import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface JourneyCost {
  readonly rides: number;
  /** Largest resident set of the built server's process, MB. */
  readonly peakMb: number;
  /** The same before the first call. */
  readonly startMb: number;
}

interface Served {
  readonly url: string;
  readonly signingModule: string;
  readonly username: string;
  readonly password: string;
  readonly rides: number;
}

/**
 * What an athlete with a thousand rides asks for, over stdio of a server that `node` starts with `command`; the emulator is
 * a process of its own.
 */
export async function measureJourney(command: readonly string[]): Promise<JourneyCost> {
  const emulator = fork(join(import.meta.dirname, 'heavy-emulator.ts'), { execArgv: ['--conditions=@core/source'] });
  const home = mkdtempSync(join(tmpdir(), 'igpsport-bench-'));
  const served = await new Promise<Served>((resolve, reject) => {
    emulator.once('message', (message) => resolve(message as Served));
    emulator.once('exit', (code) => reject(new Error(`the emulator ended with ${code}`)));
  });
  const server = spawn(process.execPath, [...command, '--toolsets', 'all'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      HOME: home,
      IGPSPORT_USERNAME: served.username,
      IGPSPORT_PASSWORD: served.password,
      IGPSPORT_API_BASE: served.url,
      IGPSPORT_SIGNING_MODULE_SHA256: served.signingModule,
      IGPSPORT_CACHE_DIR: join(home, 'cache'),
      IGPSPORT_LOG_LEVEL: 'error',
      IGPSPORT_LANG: 'en',
    },
  });
  try {
    const ask = await session(server);
    const startMb = peakOf(server);
    const { total } = await ask('igp_list_activities', { oldest: '2020-01-01' });
    if (total !== served.rides) throw new Error(`${total} of ${served.rides} rides are listed`);
    let left = served.rides;
    // A call stops downloading after its budget, and the next goes on there.
    for (let call = 0; call < 20 && left > 0; call += 1) {
      const { coverage } = await ask('igp_get_power_curve', { oldest: '2020-01-01' });
      left = (coverage as { readonly not_tried: number }).not_tried;
    }
    if (left > 0) throw new Error(`${left} rides are not read`);
    await ask('igp_analyze_training_load', { days: 730, history_days: 730 });
    await ask('igp_get_athlete_stats', { days: 365 });
    await ask('igp_estimate_thresholds', {});
    return { rides: served.rides, startMb, peakMb: peakOf(server) };
  } finally {
    server.kill();
    emulator.disconnect();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Message {
  readonly result?: Record<string, unknown>;
  readonly error?: unknown;
}

type Ask = (tool: string, args: object) => Promise<Readonly<Record<string, unknown>>>;

/** JSON-RPC, one message a line. */
async function session(server: ChildProcess): Promise<Ask> {
  const { stdin, stdout } = server;
  const ended = new Promise<never>((_, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  ended.catch(() => undefined);
  const waiting = new Map<number, (message: Message) => void>();
  createInterface({ input: stdout! }).on('line', (line) => {
    const message = JSON.parse(line) as Message & { readonly id?: number };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let id = 0;
  const send = (message: object) => stdin!.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const request = async (method: string, params: object): Promise<Record<string, unknown>> => {
    id += 1;
    const own = id;
    const answer = new Promise<Message>((resolve) => waiting.set(own, resolve));
    send({ id: own, method, params });
    const { result, error } = await Promise.race([answer, ended]);
    if (result === undefined || result.isError === true) throw new Error(JSON.stringify(error ?? result));
    return result;
  };
  const clientInfo = { name: 'bench', version: '0' };
  await request('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  send({ method: 'notifications/initialized' });
  return async (name, args) =>
    (await request('tools/call', { name, arguments: args })).structuredContent as Record<string, unknown>;
}

/** High-water mark of a process; Linux keeps it. */
function peakOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}
