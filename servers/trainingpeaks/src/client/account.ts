import {
  type Athlete,
  type AthleteSource,
  type CallScope,
  type Connection,
  type ConnectOptions,
  isFailure,
} from '@core/mcp-kit';
import type { WireList } from '@core/mcp-kit/http';
import type { Settings } from '../config.ts';
import type { WireAddedAthlete } from './groups/wire.ts';
import { createTrainingPeaksHttp } from './http.ts';
import type { WireUser } from './identity/wire.ts';
import { createPort, type TrainingPeaksPort } from './index.ts';
import { CREDENTIAL, createLoginPort } from './login.ts';

/** Athletes that the roster of a coach does not name, or not yet. */
export interface BeyondRoster {
  /** Connected lately. */
  readonly added: readonly WireAddedAthlete[];
  /** Members of the coach's groups: athletes of colleagues too. */
  readonly inGroups: readonly string[];
}

export interface AccountOptions {
  readonly version: string;
  /** Who signed in and whom they coach, the owner first; given from outside, because the client knows no domain. */
  readonly toAthletes: (user: WireUser, beyond?: BeyondRoster) => readonly [Athlete, ...Athlete[]];
  /** What a login check tells people about the account. */
  readonly toFacts: (user: WireUser, now: Date) => readonly string[];
}

/** One account, connected: its pacing, cache and token live here. */
export function connectAccount(
  options: ConnectOptions<Settings>,
  { version, toAthletes: known, toFacts }: AccountOptions,
): Connection<TrainingPeaksPort> {
  const { units } = options.settings;
  const toAthletes: AccountOptions['toAthletes'] = (user, beyond) => {
    const [self, ...others] = known(user, beyond);
    return [{ ...self, units }, ...others.map((athlete) => ({ ...athlete, units }))];
  };
  const http = createTrainingPeaksHttp(options, version);
  const port = (scope: CallScope): TrainingPeaksPort => {
    const operations = createPort(http.scoped(scope));
    const isSet = () => options.credential(CREDENTIAL);
    return { ...operations, login: createLoginPort(isSet, () => operations.identity.userNow(), options.login) };
  };
  return {
    port,
    athletes: (scope) => athletesOf(port(scope), toAthletes),
    check: async (scope) => {
      const user = await port(scope).identity.userNow();
      const [self] = toAthletes(user);
      return { athleteName: self.name, athleteId: self.id, facts: toFacts(user, options.now()) };
    },
  };
}

function athletesOf(port: TrainingPeaksPort, toAthletes: AccountOptions['toAthletes']): AthleteSource {
  return {
    self: async () => toAthletes(await port.identity.user())[0],
    list: async (options) => {
      if (options?.fresh !== true) return toAthletes(await port.identity.user());
      const user = await port.identity.userNow();
      return toAthletes(user, await beyondRoster(port, user));
    },
  };
}

/**
 * Looked at only when somebody is not in the roster: an athlete who was connected a minute ago, or whom a colleague
 * coaches.
 */
async function beyondRoster(port: TrainingPeaksPort, { user, accountStatus }: WireUser): Promise<BeyondRoster> {
  if (accountStatus?.isCoach !== true && user.athletes.length < 2) return { added: [], inGroups: [] };
  const coach = user.personId;
  const [added, groups] = await Promise.all([
    orNone(port.groups.added({ coach })),
    orNone(port.groups.list({ coach })),
  ]);
  return { added, inGroups: groups.flatMap(({ athleteIds }) => athleteIds) };
}

/** These lists only add to the roster: an account that is refused them has what it had. */
async function orNone<T>(request: Promise<WireList<T>>): Promise<readonly T[]> {
  try {
    return (await request).items;
  } catch (error) {
    if (isFailure(error) && ['bad_input', 'forbidden', 'not_found'].includes(error.kind)) return [];
    throw error;
  }
}
