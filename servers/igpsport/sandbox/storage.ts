import { type Context, createEmulator, type Emulator } from '@core/sandbox';
import type { World } from './world.ts';

/** What is wrong with the file of one ride. */
export type FileTrouble = 'corrupt' | 'html' | 'missing' | 'json';

export interface Storage {
  readonly world: () => World;
  /** By ride id. */
  readonly troubles: Map<number, FileTrouble>;
}

type Ctx = Context<Storage>;

/** The file store: another host, which knows nothing of logins and refuses requests that carry one. */
export function createStorage(api: Emulator<World>, origin: string): Emulator<Storage> {
  return createEmulator<Storage>({
    name: 'igpsport-storage',
    basePath: '',
    origin,
    clock: api.clock,
    state: () => ({ world: () => api.state, troubles: new Map() }),
    guard: (request) => refuseLeaks(request),
    unmatched: () => problem(404, 'NoSuchKey'),
    errorBody: (status) => ({ body: xml('InternalError', String(status)), contentType: 'application/xml' }),
    routes: [
      { method: 'GET', path: '/{key}', handler: (_request, ctx) => read(ctx) },
      { method: 'PUT', path: '/{key}', handler: (request, ctx) => write(request, ctx) },
    ],
  });
}

/** A login or a vendor header here would be a leak. */
function refuseLeaks(request: Request): Response | undefined {
  const leaked = [...request.headers.keys()].find((name) => name === 'authorization' || /^(x-|qiwu-)/.test(name));
  return leaked === undefined ? undefined : problem(400, 'InvalidArgument');
}

function read({ params, state }: Ctx): Response {
  const ride = state.world().rides.byDocument(params.key ?? '');
  if (ride === undefined) return problem(404, 'NoSuchKey');
  switch (state.troubles.get(ride.rideId)) {
    case 'missing':
      return problem(404, 'NoSuchKey');
    case 'html':
      return new Response('<html><body>Service Unavailable</body></html>', {
        headers: { 'content-type': 'text/html' },
      });
    case 'json':
      return Response.json({ code: 500, message: 'error', data: null });
    case 'corrupt':
      return file(ride.fit().slice(4, 4_000));
    default:
      return file(ride.fit());
  }
}

function file(bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/octet-stream' } });
}

/** Takes a file at an address that was given out. The signature of the address covers the absence of a content type. */
function write(request: Request, { params, state, body, query }: Ctx): Response {
  const { uploads } = state.world();
  const key = params.key ?? '';
  if (!uploads.has(key) || query.get('Signature') !== 'a+b=' || request.headers.has('content-type')) {
    return problem(403, 'SignatureDoesNotMatch');
  }
  uploads.set(key, new Uint8Array(body));
  return new Response(null, { status: 200 });
}

function problem(status: number, code: string): Response {
  return new Response(xml(code, 'Please check and try again'), {
    status,
    headers: { 'content-type': 'application/xml' },
  });
}

function xml(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
}
