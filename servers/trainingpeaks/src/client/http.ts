import { type CallScope, type ConnectOptions, Failure } from '@core/mcp-kit';
import { checkBaseUrl, createHttp, type Http, type HttpOptions } from '@core/mcp-kit/http';
import type { Settings } from '../config.ts';
import { COOKIE_NAME } from './cookie.ts';
import { explain, explainExchange, loginEnded } from './explain.ts';
import { APP_ORIGIN, PEAKSWARE, PEAKSWARE_URL, SERVICE_URL } from './hosts.ts';
import { exchangeCookie } from './identity/endpoints.ts';
import { CREDENTIAL } from './login.ts';
import { neverCall } from './never-call.ts';
import { createSession, type Exchange } from './session.ts';

/** What a person runs when the login has ended. */
export const LOGIN_COMMAND = 'npx -y @scope/trainingpeaks-mcp auth login';

type Shared = Pick<HttpOptions, 'service' | 'loginCommand' | 'log' | 'now' | 'userAgent' | 'fetch'>;

/**
 * The client of one account. Data calls carry a token and never the cookie; the cookie goes to the main API alone, in the
 * exchange, which has a client of its own that follows no redirect.
 */
export function createTrainingPeaksHttp(options: ConnectOptions<Settings>, version: string): Http {
  const { settings, credential, log, now, fetch } = options;
  const address = (fixed: string) =>
    checkBaseUrl({ fixed, override: settings.baseUrl, allowOtherHost: settings.allowBaseUrl });
  const shared: Shared = {
    service: 'TrainingPeaks',
    loginCommand: LOGIN_COMMAND,
    log,
    now,
    userAgent: `trainingpeaks-mcp/${version} (+https://www.npmjs.com/package/@scope/trainingpeaks-mcp)`,
    ...(fetch !== undefined && { fetch }),
  };
  const session = createSession({
    cookie: () => credential(CREDENTIAL),
    now,
    exchange: exchangeAt(address(SERVICE_URL), shared),
    conceal: options.conceal,
  });
  return createHttp({
    ...shared,
    baseUrl: address(SERVICE_URL),
    hosts: {
      [PEAKSWARE]: {
        baseUrl: address(PEAKSWARE_URL),
        headers: { origin: APP_ORIGIN, referer: `${APP_ORIGIN}/` },
      },
    },
    authorize: session.authorize,
    onUnauthorized: session.renew,
    account: session.owner,
    explain,
    forbidden: neverCall,
    // What is written about an athlete changes nothing that is known about others.
    subject: athleteOf,
    timeoutMs: 30_000,
    // No limit is published. Every known client leaves 150 ms between the starts of two requests.
    pacing: { gapMs: settings.baseUrl === undefined && fetch === undefined ? 150 : 0, concurrency: 4 },
  });
}

function athleteOf(params: unknown): string | undefined {
  const { athlete } = params as { readonly athlete?: unknown };
  return typeof athlete === 'string' ? athlete : undefined;
}

/** Exchanges a cookie for a token. No `Authorization` goes with it: an old token there is refused although the cookie is good. */
function exchangeAt(baseUrl: string, shared: Shared): Exchange {
  return async (cookie) => {
    const http = createHttp({
      ...shared,
      baseUrl,
      authorize: (headers) => headers.set('cookie', `${COOKIE_NAME}=${cookie.reveal()}`),
      account: () => cookie.fingerprint(),
      explain: explainExchange(LOGIN_COMMAND),
      redirects: 'refuse',
      timeoutMs: 10_000,
      totalTimeoutMs: 25_000,
      retries: 1,
    });
    const token = await http.scoped(ownScope()).send(exchangeCookie, {});
    if (token !== null) return token;
    const { kind, message, next } = loginEnded(LOGIN_COMMAND);
    throw new Failure(kind, message, { next, cause: new Error('the exchange gave no token') });
  };
}

/** The exchange is shared by calls: none of them ends it for the others. */
function ownScope(): CallScope {
  return { signal: AbortSignal.timeout(25_000), mayWrite: () => false };
}
