import { join } from 'node:path';
import type { CallScope, ConnectOptions } from '@core/mcp-kit';
import { checkBaseUrl, createHttp, type Http, type HttpOptions, isLoopback } from '@core/mcp-kit/http';
import type { Settings } from '../config.ts';
import { getSessionKey, logIn } from './endpoints/login.ts';
import { explain, explainLogin, explainStorage } from './explain.ts';
import { type GatewayOptions, throughGateway } from './gateway.ts';
import { neverCall } from './never-call.ts';
import { REGIONS, type Region } from './regions.ts';
import { createSession, type Session } from './session.ts';
import { ACCESS_KEY, keySigner, readKey } from './signing/key-signer.ts';
import { startModule } from './signing/module-abi.ts';
import { KNOWN_MODULES, signingModule } from './signing/module-source.ts';
import { createSigning, type Signer, type Signing, unsigned } from './signing/signing.ts';

const LOGIN_COMMAND = 'npx @scope/igpsport-mcp auth login';

/** Everything that talks to the network for one account. */
export interface Transport {
  readonly region: Region;
  readonly api: Http;
  /** The file store: another host, and never the login. */
  readonly files: Http;
  readonly session: Session;
  readonly signing: Signing;
}

/** The clients of one account: the service, its login, its file store, and in China its web app for the signing module. */
export function createTransport(options: ConnectOptions<Settings>, version: string): Transport {
  const { settings, credential, log, now } = options;
  const region = REGIONS[settings.region];
  const baseUrl = checkBaseUrl({
    fixed: region.apiUrl,
    override: settings.baseUrl,
    allowOtherHost: settings.allowBaseUrl,
  });
  const fetch = options.fetch ?? globalThis.fetch;
  const shared = {
    baseUrl,
    authorize: () => {},
    loginCommand: LOGIN_COMMAND,
    log,
    now,
    userAgent: `igpsport-mcp/${version} (+https://www.npmjs.com/package/@scope/igpsport-mcp)`,
  } as const;
  const gate = { region, appVersion: settings.appVersion ?? region.appVersion, fetch, now };
  const signing = region.signs
    ? createSigning({ mode: settings.signing, log, load: signerLoader(options, shared, gate) })
    : unsigned;
  // No repeats: a burst of logins may look like an attack.
  const loginHttp = createHttp({
    ...shared,
    service: region.name,
    account: () => 'login',
    retries: 0,
    fetch: throughGateway({ ...gate, signing }),
    explain: explainLogin(region),
  });
  const session = createSession({
    region,
    credential,
    now,
    send: (params) => loginHttp.scoped(ownScope()).send(logIn, params),
  });
  const api = createHttp({
    ...shared,
    service: 'iGPSport',
    account: session.owner,
    fetch: throughGateway({ ...gate, signing, session }),
    explain,
    forbidden: neverCall,
    timeoutMs: 30_000,
    // No limit is published. Other clients pause 100 to 500 ms between calls, or send five at once.
    pacing: { gapMs: 20, concurrency: 5 },
  });
  const files = createHttp({
    baseUrl,
    authorize: () => {},
    loginCommand: LOGIN_COMMAND,
    log,
    now,
    service: 'The file store of iGPSport',
    account: session.owner,
    fetch,
    explain: explainStorage,
    otherHosts: (url) => isFileStore(url, baseUrl),
    timeoutMs: 30_000,
    pacing: { gapMs: 0, concurrency: 4 },
  });
  return { region, api, files, session, signing };
}

/** Where files of this service may lie: the cloud it uses, or beside a sandbox on this machine. */
function isFileStore(url: URL, baseUrl: string): boolean {
  if (url.protocol === 'https:' && url.hostname.endsWith('.aliyuncs.com')) return true;
  return isLoopback(url.hostname) && isLoopback(new URL(baseUrl).hostname);
}

type Shared = Pick<HttpOptions, 'baseUrl' | 'authorize' | 'loginCommand' | 'log' | 'now' | 'userAgent'>;

function signerLoader(
  { settings, credential, log }: ConnectOptions<Settings>,
  shared: Shared,
  gate: Omit<GatewayOptions, 'signing' | 'session'>,
): () => Promise<Signer> {
  const { region, fetch } = gate;
  const web = createHttp({
    ...shared,
    service: 'The web app of iGPSport',
    baseUrl: webUrlOf(region, shared.baseUrl),
    account: () => 'web',
    fetch: asPlainText(fetch),
  });
  const handshake = createHttp({
    ...shared,
    service: 'iGPSport',
    account: () => 'handshake',
    fetch: throughGateway({
      ...gate,
      signing: unsigned,
      headers: { 'x-access-key': ACCESS_KEY, 'x-platform': 'web' },
    }),
  });
  return async () => {
    if (settings.signing === 'key') return keySigner(readKey((await credential('signing_key')).reveal()));
    const module = await startModule(
      await signingModule({
        web,
        webUrl: webUrlOf(region, shared.baseUrl),
        folder: settings.cacheDir === undefined ? undefined : join(settings.cacheDir, 'signing'),
        accepted: settings.signingModule === undefined ? KNOWN_MODULES : [settings.signingModule.toLowerCase()],
        scope: ownScope,
        log,
      }),
    );
    const { secret_key: sealed, accessKey } = await handshake.scoped(ownScope()).send(getSessionKey, {});
    module.openKey(Buffer.from(sealed, 'base64'));
    return { accessKey: accessKey ?? ACCESS_KEY, sign: module.sign };
  };
}

/** The web app's own address; beside a sandbox, the sandbox serves it. */
function webUrlOf(region: Region, baseUrl: string): string {
  return isLoopback(new URL(baseUrl).hostname) ? baseUrl : region.webUrl;
}

/** The kit takes a page for a network's login page. Here the page is what is wanted. */
function asPlainText(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!/html/i.test(response.headers.get('content-type') ?? '') || !response.ok) return response;
    return new Response(response.body, { status: response.status, headers: { 'content-type': 'text/plain' } });
  };
}

/** The login and the handshake are shared by calls: none of them ends it for the others. */
function ownScope(): CallScope {
  return { signal: AbortSignal.timeout(45_000), mayWrite: () => false };
}
