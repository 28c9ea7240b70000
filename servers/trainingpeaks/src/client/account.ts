import type { Athlete, AthleteSource, CallScope, Connection, ConnectOptions } from '@core/mcp-kit';
import type { Settings } from '../config.ts';
import { createTrainingPeaksHttp } from './http.ts';
import type { WireUser } from './identity/wire.ts';
import { createPort, type TrainingPeaksPort } from './index.ts';

export interface AccountOptions {
  readonly version: string;
  /** Who signed in and whom they coach, the owner first; given from outside, because the client knows no domain. */
  readonly toAthletes: (user: WireUser) => readonly [Athlete, ...Athlete[]];
  /** What a login check tells people about the account. */
  readonly toFacts: (user: WireUser) => readonly string[];
}

/** One account, connected: its pacing, cache and token live here. */
export function connectAccount(
  options: ConnectOptions<Settings>,
  { version, toAthletes, toFacts }: AccountOptions,
): Connection<TrainingPeaksPort> {
  const http = createTrainingPeaksHttp(options, version);
  const port = (scope: CallScope) => createPort(http.scoped(scope));
  return {
    port,
    athletes: (scope) => athletesOf(port(scope), toAthletes),
    check: async (scope) => {
      const user = await port(scope).identity.userNow();
      const [self] = toAthletes(user);
      return { athleteName: self.name, athleteId: self.id, facts: toFacts(user) };
    },
  };
}

function athletesOf(port: TrainingPeaksPort, toAthletes: AccountOptions['toAthletes']): AthleteSource {
  return {
    self: async () => toAthletes(await port.identity.user())[0],
    list: async (options) =>
      toAthletes(await (options?.fresh === true ? port.identity.userNow() : port.identity.user())),
  };
}
