import { type Failure, isFailure } from '@core/mcp-kit';
import { Secret } from '@core/secrets';
import { readCookie } from './cookie.ts';
import type { WireToken } from './identity/wire.ts';

/** Keeps the short-lived token of one login, in memory only. */
export interface Session {
  /** Adds the token to a request, exchanging the cookie for one first when there is none or it is about to end. */
  readonly authorize: (headers: Headers) => Promise<void>;
  /** After a 401: whether there is another token than the one that was refused. */
  readonly renew: (refused: Headers) => Promise<boolean>;
  /** Names the login; changes with the cookie. The owner of everything that is cached. */
  readonly owner: () => Promise<string>;
}

/** Exchanges the cookie: the only request that carries it. */
export type Exchange = (cookie: Secret) => Promise<NonNullable<WireToken>>;

export interface SessionOptions {
  readonly cookie: () => Promise<Secret>;
  readonly now: () => Date;
  readonly exchange: Exchange;
  /** Told of every token before it is used, so that none ever shows. */
  readonly conceal?: ((token: Secret) => void) | undefined;
}

interface Held {
  readonly owner: string;
  readonly token: Secret;
  readonly expires: number;
}

/** A token counts as ended this long before it is. */
const EARLY_MS = 60_000;
/** A refused cookie is not sent again for this long; another cookie is tried at once. */
const REFUSED_MS = 30_000;
const DEFAULT_LIFETIME_S = 3600;

export function createSession({ cookie: given, now, exchange, conceal }: SessionOptions): Session {
  let held: Held | undefined;
  let underway: { readonly owner: string; readonly result: Promise<Held> } | undefined;
  let refusal: { readonly owner: string; readonly failure: Failure; readonly until: number } | undefined;

  const cookieNow = async () => readCookie(await given());

  const make = async (cookie: Secret, owner: string): Promise<Held> => {
    const asked = now().getTime();
    try {
      const { access_token, expires_in } = await exchange(cookie);
      const lifetime = (expires_in ?? DEFAULT_LIFETIME_S) * 1000;
      const token = new Secret(access_token);
      conceal?.(token);
      held = { owner, token, expires: asked + Math.max(lifetime - EARLY_MS, lifetime / 2) };
      return held;
    } catch (error) {
      if (isFailure(error) && error.kind === 'auth') {
        refusal = { owner, failure: error, until: performance.now() + REFUSED_MS };
      }
      throw error;
    }
  };

  /** The token of the cookie as it is now: everyone who needs one at the same time shares one exchange. */
  const current = async (): Promise<Held> => {
    const cookie = await cookieNow();
    const owner = cookie.fingerprint();
    if (held?.owner === owner && held.expires > now().getTime()) return held;
    if (refusal?.owner === owner && refusal.until > performance.now()) throw refusal.failure;
    if (underway?.owner !== owner) {
      const result = make(cookie, owner);
      underway = { owner, result };
      const over = (): void => {
        if (underway?.result === result) underway = undefined;
      };
      result.then(over, over);
    }
    return underway.result;
  };

  return {
    owner: async () => (await cookieNow()).fingerprint(),
    authorize: async (headers) => {
      headers.set('authorization', bearer(await current()));
    },
    renew: async (refused) => {
      const used = refused.get('authorization');
      if (held !== undefined && bearer(held) === used) held = undefined;
      return bearer(await current()) !== used;
    },
  };
}

function bearer({ token }: Held): string {
  return `Bearer ${token.reveal()}`;
}
