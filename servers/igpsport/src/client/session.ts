import { Failure, isFailure } from '@core/mcp-kit';
import { Secret } from '@core/secrets';
import type { Region } from './regions.ts';
import { untilAborted } from './until-aborted.ts';
import type { WireLogin } from './wire/login.ts';

/** A login that works, bound to a region, to the credentials it was made with, and to a member. */
export interface Login {
  readonly token: Secret;
  readonly memberId: string;
  /** `region:member`. */
  readonly account: string;
}

export interface Session {
  /** The login, made or made anew when there is none. Parallel callers share one; each waits as long as its signal lets it. */
  readonly login: (signal: AbortSignal) => Promise<Login>;
  /** Says that the service refused this token; the next `login` makes another. A newer one is kept. */
  readonly refuse: (token: Secret) => void;
  /** Changes with the credentials and the region: the owner of caches. */
  readonly owner: () => Promise<string>;
}

export interface SessionOptions {
  readonly region: Region;
  readonly credential: (name: string) => Promise<Secret>;
  readonly now: () => Date;
  readonly send: (params: { username: string; password: string }) => Promise<WireLogin>;
}

interface Held extends Login {
  readonly owner: string;
  readonly expires: number;
}

/** A token counts as expired this long before it is. */
const EARLY_MS = 300_000;
/** A refused password is not sent again for this long: a burst of wrong ones can lock an account. */
const REFUSED_MS = 60_000;

/** Keeps the login of one account, in memory only: every process makes its own. */
export function createSession({ region, credential, now, send }: SessionOptions): Session {
  let held: Held | undefined;
  let underway: { readonly owner: string; readonly result: Promise<Held> } | undefined;
  let refusal: { readonly owner: string; readonly failure: Failure; readonly until: number } | undefined;

  const credentials = async () => {
    const [username, password] = await Promise.all([credential('username'), credential('password')]);
    return { username, password, owner: `${region.id}:${username.fingerprint()}:${password.fingerprint()}` };
  };

  const make = async ({ username, password, owner }: Awaited<ReturnType<typeof credentials>>): Promise<Held> => {
    const sentAt = now().getTime();
    try {
      const answer = await send({ username: username.reveal(), password: password.reveal() });
      const lifetime = (answer.expires_in ?? 604_800) * 1000;
      const memberId = memberOf(answer.access_token);
      return {
        token: new Secret(answer.access_token),
        memberId,
        account: `${region.id}:${memberId}`,
        owner,
        expires: sentAt + lifetime - EARLY_MS,
      };
    } catch (error) {
      if (isFailure(error) && error.kind === 'auth')
        refusal = { owner, failure: error, until: performance.now() + REFUSED_MS };
      throw error;
    }
  };

  return {
    owner: async () => (await credentials()).owner,
    refuse: (token) => {
      if (held?.token === token) held = undefined;
    },
    login: async (signal) => {
      const wanted = await credentials();
      const { owner } = wanted;
      if (held?.owner === owner && held.expires > now().getTime()) return held;
      if (refusal?.owner === owner && refusal.until > performance.now()) throw refusal.failure;
      if (underway?.owner !== owner) {
        const result = make(wanted).then((made) => {
          held = made;
          return made;
        });
        underway = { owner, result };
        const over = (): void => {
          if (underway?.result === result) underway = undefined;
        };
        result.then(over, over);
      }
      return untilAborted(underway.result, signal);
    },
  };
}

/** The member that a token is for. Its signature is the service's business. */
function memberOf(token: string): string {
  const claims = readClaims(token.split('.')[1] ?? '');
  const member = [claims.memberid, claims.memberId, claims.sub].find((each) => /^\d+$/.test(String(each ?? '')));
  if (member === undefined) {
    throw new Failure('contract', 'iGPSport gave a login that does not say whose it is', {
      next: 'tell the user that the service changed and to update this server',
    });
  }
  return String(member);
}

function readClaims(part: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
