import type { Athlete, AthleteSource, CallScope, Connection, ConnectOptions } from '@core/mcp-kit';
import type { Settings } from '../config.ts';
import { accountWords } from '../language/account.ts';
import { createPort } from './create-port.ts';
import { createTransport, type Transport } from './http.ts';
import type { IgpsportPort, Region } from './index.ts';
import { trustAlso } from './trust.ts';
import type { WireUser } from './wire/user.ts';

export interface AccountOptions {
  readonly version: string;
  /** How the wire's user becomes the kit's athlete; given from outside, because the client knows no domain. */
  readonly toAthlete: (user: WireUser, memberId: string, region: Region) => Athlete;
}

/** One account, connected: its login, pacing and cache live here. */
export function connectAccount(
  options: ConnectOptions<Settings>,
  { version, toAthlete }: AccountOptions,
): Connection<IgpsportPort> {
  if (options.settings.caFile !== undefined) trustAlso(options.settings.caFile);
  const transport = createTransport(options, version);
  const port = (scope: CallScope) => createPort(transport, scope);
  const self = async (scope: CallScope): Promise<Athlete> => {
    const { memberId } = await transport.session.login(scope.signal);
    return toAthlete(await port(scope).profile.user(), memberId, transport.region);
  };
  return {
    port,
    athletes: (scope): AthleteSource => ({ self: () => self(scope), list: async () => [await self(scope)] }),
    check: async (scope) => {
      const athlete = await self(scope);
      return { athleteName: athlete.name, athleteId: athlete.id, facts: factsOf(transport, athlete) };
    },
  };
}

function factsOf({ region, signing, language }: Transport, { timeZone, units }: Athlete): readonly string[] {
  const words = accountWords(language);
  return [
    words.region(region.id, region.name),
    timeZone === undefined ? words.noTimeZone : words.timeZone(timeZone),
    words.units(units),
    signing.signs() ? words.signed(signing.mode) : words.unsigned,
  ];
}
