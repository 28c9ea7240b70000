import type { Athlete, AthleteSource, CallScope, Connection, ConnectOptions } from '@core/mcp-kit';
import { Failure, isFailure } from '@core/mcp-kit';
import type { Settings } from '../config.ts';
import { type OwnId, withOwnIdForms } from './aliases.ts';
import { createIntervalsHttp, LOGIN_COMMAND } from './http.ts';
import { createPort, type IntervalsPort } from './index.ts';
import type { WireAthlete } from './wire/athlete.ts';

export interface AccountOptions {
  readonly version: string;
  /** How a wire athlete becomes the kit's; given from outside, because the client knows no domain. */
  readonly toAthlete: (wire: WireAthlete, ownId: string) => Athlete;
}

/** One account, connected: its pacing, cache and own id live here. */
export function connectAccount(
  options: ConnectOptions<Settings>,
  { version, toAthlete }: AccountOptions,
): Connection<IntervalsPort> {
  const own: OwnId = { value: undefined };
  const http = createIntervalsHttp(options, version, own);
  const port = (scope: CallScope) =>
    createPort(withOwnIdForms(http.scoped(scope), own), { showGpsEnds: options.settings.gpsEnds, own });
  return {
    port,
    forget: http.forget,
    athletes: (scope) => athletesOf(port(scope), own, toAthlete),
    check: async (scope) => {
      const client = port(scope);
      const source = athletesOf(client, own, toAthlete);
      const self = await source.self();
      const everyone = await source.list();
      return {
        athleteName: self.name,
        athleteId: self.id,
        facts: [
          `units: ${self.units}`,
          `time zone: ${self.timeZone ?? 'not set on Intervals.icu, days are UTC'}`,
          `athletes this key can see: ${everyone.length}`,
        ],
      };
    },
  };
}

function athletesOf(port: IntervalsPort, own: OwnId, toAthlete: AccountOptions['toAthlete']): AthleteSource {
  const self = async (): Promise<Athlete> => {
    const profile = await port.athletes.profile({ athlete: '0' }).catch(refusedKey);
    own.value = profile.id;
    return toAthlete(profile, profile.id);
  };
  return {
    self,
    list: async (options) => {
      const owner = await self();
      const others = (await listed(port, options?.fresh ?? false))
        .filter(({ id }) => id !== owner.id)
        .map((wire) => toAthlete(wire, owner.id));
      return [owner, ...others];
    },
  };
}

/** Whom the key can see; nobody else where the service refuses the list, as it does for OAuth tokens. */
async function listed(port: IntervalsPort, fresh: boolean): Promise<readonly WireAthlete[]> {
  try {
    return (await port.athletes.list({ fresh })).items;
  } catch (error) {
    if (isFailure(error) && error.kind === 'forbidden') return [];
    throw error;
  }
}

/**
 * The owner may always read himself, so a 403 here is about the key: the service answers one that it does not know with
 * 403, not 401.
 */
function refusedKey(error: unknown): never {
  if (!isFailure(error) || error.kind !== 'forbidden') throw error;
  throw new Failure('auth', 'Intervals.icu did not accept the API key or access token', {
    next: `ask the user to run \`${LOGIN_COMMAND}\`, then call again`,
    cause: error,
  });
}
