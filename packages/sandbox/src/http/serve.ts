import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Emulator } from '../engine/emulator.ts';
import { DRIP_INTERVAL_MS, pause, SILENCE_MS } from '../faults/over-fetch.ts';

/** What this front needs of an emulator, whatever its state is. */
export type Servable = Pick<Emulator<object>, 'name' | 'faults' | 'answer'>;

export interface ServedEmulator {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly port: number;
  /** Resolves when the port is open, or closed by a refused-connection fault, as the armed faults want it. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves an emulator on loopback over real HTTP. Connection faults are real: `refused` without a scope closes the port
 * until it is disarmed, with a scope it resets the connection (a port cannot refuse one path only).
 */
export async function serveEmulator(
  emulator: Servable,
  options: { port?: number; host?: string } = {},
): Promise<ServedEmulator> {
  const host = options.host ?? '127.0.0.1';
  const stopped = new AbortController();
  const server = createServer((incoming, outgoing) => {
    void exchange(emulator, incoming, outgoing, stopped.signal).catch((error: unknown) => {
      process.stderr.write(`sandbox ${emulator.name}: ${error instanceof Error ? error.stack : String(error)}\n`);
      outgoing.destroy();
    });
  });
  await listen(server, options.port ?? 0, host);
  const port = (server.address() as AddressInfo).port;
  let change = Promise.resolve();
  const follow = () => {
    change = change.then(() => openOrRefuse(server, wantsRefusal(emulator), port, host));
  };
  const unwatch = emulator.faults.watch(follow);
  return {
    url: `http://${host}:${port}`,
    port,
    settled: () => change,
    async close() {
      unwatch();
      stopped.abort(new Error('server closed'));
      await change;
      await shut(server);
    },
  };
}

function wantsRefusal(emulator: Servable): boolean {
  return emulator.faults
    .armed()
    .some(({ fault, scope }) => fault.wire === 'refused' && scope.path === undefined && scope.method === undefined);
}

async function openOrRefuse(server: Server, refuse: boolean, port: number, host: string): Promise<void> {
  if (refuse && server.listening) await shut(server);
  if (!refuse && !server.listening) await listen(server, port, host);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function exchange(
  emulator: Servable,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  stopped: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort(new Error('client gone')));
  const answer = await emulator.answer(await requestOf(incoming));
  await deliver(answer, incoming, outgoing, AbortSignal.any([gone.signal, stopped]));
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
  return new Request(`http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`, { method, headers, body });
}

async function deliver(
  { response, wire }: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (wire === 'refused' || wire === 'reset' || wire === 'answer-lost') {
    incoming.socket.resetAndDestroy();
    return;
  }
  if (wire === 'silence') {
    await pause(SILENCE_MS, signal).catch(() => undefined);
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (wire === 'closed-mid-body') {
    const bytes = new Uint8Array(await response.arrayBuffer());
    outgoing.write(bytes.slice(0, Math.ceil(bytes.length / 2)), () => incoming.socket.destroy());
    return;
  }
  await (wire === 'drip' ? drip(response, outgoing, signal) : pour(response, outgoing, signal));
  outgoing.end();
}

async function pour(response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  if (response.body === null) return;
  for await (const chunk of response.body) {
    if (signal.aborted) return;
    if (!outgoing.write(chunk)) await drained(outgoing);
  }
}

async function drip(response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  for (const byte of bytes) {
    try {
      await pause(DRIP_INTERVAL_MS, signal);
    } catch {
      return;
    }
    outgoing.write(Uint8Array.of(byte));
  }
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done);
      outgoing.off('close', done);
      resolve();
    };
    outgoing.once('drain', done);
    outgoing.once('close', done);
  });
}
