import { randomUUID } from 'node:crypto';
import { Failure } from '@core/mcp-kit';
import { type LookedAt, lookAt } from './refusal.ts';
import type { Region } from './regions.ts';
import type { Login, Session } from './session.ts';
import type { Signing } from './signing/signing.ts';
import { untilAborted } from './until-aborted.ts';

export interface GatewayOptions {
  readonly region: Region;
  readonly appVersion: string;
  readonly userAgent: string;
  readonly fetch: typeof globalThis.fetch;
  readonly signing: Signing;
  /** Absent for the login itself, and for the handshake. */
  readonly session?: Session;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now: () => Date;
}

/**
 * The network as this service wants it spoken to, as a `fetch`: its headers, the login, a signature where one is needed. An
 * answer that says "no" inside a 200 comes out with the status it means. A refused login is renewed once, and a refused
 * signature is made once more, or for the first time: nothing was looked at then, so that writes may be repeated too.
 */
export function throughGateway(options: GatewayOptions): typeof globalThis.fetch {
  const { session, signing } = options;
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    let login = await session?.login(request.signal);
    let generation = signing.generation();
    const send = () => {
      generation = signing.generation();
      return attempt(options, request, body, login);
    };
    let answer = await send();
    if (session !== undefined && login !== undefined && blamesLogin(answer, signing)) {
      session.refuse(login.token);
      login = await session.login(request.signal);
      answer = await send();
    }
    if (answer.wantsSignature) {
      await untilAborted(signing.afterRefusal(generation), request.signal);
      answer = await send();
      if (answer.wantsSignature) throw refusedSignature(signing.mode);
    }
    // Seen now and then on signed requests: the same one with another nonce is accepted.
    const repeat = answer.response.status === 500 && request.method === 'GET' && signing.signs();
    return repeat ? (await send()).response : answer.response;
  };
}

/** Whether a new login may help. An unsigned request may be refused with words about signatures for want of a good login. */
function blamesLogin({ response, wantsSignature }: LookedAt, signing: Signing): boolean {
  return wantsSignature ? !signing.signs() : response.status === 401;
}

async function attempt(
  { region, appVersion, userAgent, fetch, signing, now, headers: fixed = {} }: GatewayOptions,
  request: Request,
  body: Uint8Array<ArrayBuffer> | undefined,
  login: Login | undefined,
): Promise<LookedAt> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers({
    accept: 'application/json, text/plain, */*',
    'user-agent': userAgent,
    'qiwu-app-version': appVersion,
    timezone: 'Asia/Shanghai',
    origin: region.webUrl,
    referer: `${region.webUrl}/`,
    ...fixed,
  });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (login !== undefined) headers.set('authorization', `Bearer ${login.token.reveal()}`);
  const signature = await signing.headersFor({
    method: request.method,
    target: pathname + search,
    timestamp: String(Math.floor(now().getTime() / 1000)),
    nonce: randomUUID(),
    body: body ?? new Uint8Array(),
  });
  for (const [name, value] of Object.entries(signature)) headers.set(name, value);
  return lookAt(
    await fetch(
      new Request(request.url, {
        method: request.method,
        headers,
        signal: request.signal,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      }),
    ),
  );
}

function refusedSignature(mode: Signing['mode']): Failure {
  if (mode === 'key') {
    return new Failure('auth', 'iGPSport did not accept the signature made with the configured key', {
      next: 'tell the user to renew IGPSPORT_SIGNING_KEY, to check the clock of this machine, or to set IGPSPORT_SIGNING to auto',
    });
  }
  return new Failure('blocked', 'iGPSport did not accept the signature of the request', {
    next: 'tell the user to check the clock of this machine and to update this server; sending it again will not help',
  });
}
