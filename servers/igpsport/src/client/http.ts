import type { CallScope, ConnectOptions } from '@core/mcp-kit';
import { checkBaseUrl, createHttp, type Http, type HttpOptions, isLoopback } from '@core/mcp-kit/http';
import type { Settings } from '../config.ts';
import type { Language } from '../language/language.ts';
import { logIn } from './endpoints/login.ts';
import { explain, explainLogin, explainStorage } from './explain.ts';
import { type GatewayOptions, throughGateway } from './gateway.ts';
import type { ThresholdSettings } from './index.ts';
import { neverCall } from './never-call.ts';
import { REGIONS, type Region } from './regions.ts';
import { createSession, type Session } from './session.ts';
import { signerLoader } from './signing/load-signer.ts';
import { createSigning, type Signing, unsigned } from './signing/signing.ts';

/** Everything that talks to the network for one account. */
export interface Transport {
  readonly region: Region;
  readonly api: Http;
  /** The file store: another host, and never the login. */
  readonly files: Http;
  readonly session: Session;
  readonly signing: Signing;
  readonly thresholdSettings: ThresholdSettings;
  readonly language: Language;
}

/** What all clients of an account have in common. The login is added by the gateway, which also signs. */
export type SharedOptions = Pick<HttpOptions, 'baseUrl' | 'authorize' | 'loginCommand' | 'log' | 'now'>;

/** The clients of one account: the service, its login, its file store, and in China its web app for the signing module. */
export function createTransport(options: ConnectOptions<Settings>, version: string): Transport {
  const { settings, credential, log, now, fetch = globalThis.fetch } = options;
  const region = REGIONS[settings.region];
  const { baseUrl: override, allowBaseUrl: allowOtherHost } = settings;
  const shared: SharedOptions = {
    baseUrl: checkBaseUrl({ fixed: region.apiUrl, override, allowOtherHost }),
    authorize: () => {},
    loginCommand: 'npx @scope/igpsport-mcp auth login',
    log,
    now,
  };
  const userAgent = `igpsport-mcp/${version} (+https://www.npmjs.com/package/@scope/igpsport-mcp)`;
  const gate = { region, appVersion: settings.appVersion ?? region.appVersion, userAgent, fetch, now };
  const signing = region.signs
    ? createSigning({ mode: settings.signing, log, load: signerLoader(options, shared, gate, ownScope) })
    : unsigned;
  const loginHttp = createLoginHttp(shared, { ...gate, signing });
  const session = createSession({
    region,
    credential,
    now,
    send: (params) => loginHttp.scoped(ownScope()).send(logIn, params),
  });
  return {
    region,
    api: createApiHttp(shared, { ...gate, signing, session }, session),
    files: createFileHttp(shared, fetch, session),
    session,
    signing,
    thresholdSettings: { ftp: settings.ftp, lthr: settings.lthr },
    language: settings.lang,
  };
}

/** Without repeats: a burst of logins may look like an attack. */
function createLoginHttp(shared: SharedOptions, gate: GatewayOptions): Http {
  return createHttp({
    ...shared,
    service: gate.region.name,
    account: () => 'login',
    retries: 0,
    fetch: throughGateway(gate),
    explain: explainLogin(gate.region),
  });
}

function createApiHttp(shared: SharedOptions, gate: GatewayOptions, { owner }: Session): Http {
  return createHttp({
    ...shared,
    service: 'iGPSport',
    account: owner,
    fetch: throughGateway(gate),
    explain,
    forbidden: neverCall,
    timeoutMs: 30_000,
    // No limit is published. Other clients pause 100 to 500 ms between calls, or send five at once.
    pacing: { gapMs: 10, concurrency: 5 },
  });
}

function createFileHttp(shared: SharedOptions, fetch: typeof globalThis.fetch, { owner }: Session): Http {
  return createHttp({
    ...shared,
    service: 'The file store of iGPSport',
    account: owner,
    fetch,
    explain: explainStorage,
    otherHosts: (url) => isFileStore(url, shared.baseUrl),
    timeoutMs: 30_000,
    pacing: { gapMs: 0, concurrency: 4 },
  });
}

/** Where files of this service may lie: the cloud it uses, or beside a sandbox on this machine. */
function isFileStore(url: URL, baseUrl: string): boolean {
  if (url.protocol === 'https:' && url.hostname.endsWith('.aliyuncs.com')) return true;
  return isLoopback(url.hostname) && isLoopback(new URL(baseUrl).hostname);
}

/** The login and the handshake are shared by calls: none of them ends it for the others. */
function ownScope(): CallScope {
  return { signal: AbortSignal.timeout(45_000), mayWrite: () => false };
}
