import type { ConnectOptions } from '@core/mcp-kit';
import { checkBaseUrl, createHttp, type Http } from '@core/mcp-kit/http';
import type { Settings } from '../config.ts';
import { type OwnId, subjectOf } from './aliases.ts';
import { explain } from './explain.ts';
import { login } from './login.ts';
import { neverCall } from './never-call.ts';

/** The one address of the service. */
export const SERVICE_URL = 'https://intervals.icu/api/v1/';

/** What a person runs when the key is refused. */
export const LOGIN_COMMAND = 'npx @scope/intervals-mcp auth login';

/**
 * The client of one account; {@link login} says how it signs in. Library user agents are turned away by the gate in front of the service, so ours names the program.
 */
export function createIntervalsHttp(options: ConnectOptions<Settings>, version: string, own: OwnId): Http {
  const { settings, credential, log, now, fetch } = options;
  return createHttp({
    service: 'Intervals.icu',
    baseUrl: withSlash(
      checkBaseUrl({ fixed: SERVICE_URL, override: settings.baseUrl, allowOtherHost: settings.allowBaseUrl }),
    ),
    authorize: async (headers) => {
      headers.set('authorization', (await login(credential)).authorization);
    },
    account: async () => (await login(credential)).account,
    loginCommand: LOGIN_COMMAND,
    explain,
    forbidden: neverCall,
    subject: (params) => subjectOf(params, own),
    log,
    now,
    ...(fetch !== undefined && { fetch }),
    userAgent: `intervals-mcp/${version} (+https://www.npmjs.com/package/@scope/intervals-mcp)`,
    // Measured by live projects: 10 requests a second per address, 2,500 in 15 minutes, 5,000 a day.
    pacing: { gapMs: settings.baseUrl === undefined && fetch === undefined ? 150 : 0, concurrency: 4 },
  });
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
