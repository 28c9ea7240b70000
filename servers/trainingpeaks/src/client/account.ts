import type { Athlete, Connection, ConnectOptions } from '@core/mcp-kit';
import { checkBaseUrl, createHttp } from '@core/mcp-kit/http';
import type { Settings } from '../config.ts';
import { getMe } from './endpoints/athletes.ts';
import { createPort, type Port } from './index.ts';
import type { WireAthlete } from './wire/athlete.ts';

/** The one address of the service. */
export const SERVICE_URL = 'https://api.trainingpeaks.example/api/v1/';

/** One account, connected: its pacing and cache live here. `toAthlete` comes from outside: the client knows no domain. */
export function connectAccount(options: ConnectOptions<Settings>, toAthlete: (wire: WireAthlete) => Athlete): Connection<Port> {
  const { settings, credential, log, now, fetch } = options;
  const http = createHttp({
    service: 'Trainingpeaks',
    baseUrl: checkBaseUrl({ fixed: SERVICE_URL, override: settings.baseUrl, allowOtherHost: false }),
    authorize: async (headers) => headers.set('authorization', `Bearer ${(await credential('api_key')).reveal()}`),
    account: async () => (await credential('api_key')).fingerprint(),
    loginCommand: 'npx @scope/trainingpeaks-mcp auth login',
    log,
    now,
    ...(fetch !== undefined && { fetch, pacing: { gapMs: 0, concurrency: 4 } }),
  });
  return {
    port: (scope) => createPort(http.scoped(scope)),
    athletes: (scope) => {
      const self = async () => toAthlete(await http.scoped(scope).send(getMe, {}));
      return { self, list: async () => [await self()] };
    },
    check: async (scope) => {
      const me = toAthlete(await http.scoped(scope).send(getMe, {}));
      return { athleteId: me.id, athleteName: me.name, facts: [] };
    },
  };
}
