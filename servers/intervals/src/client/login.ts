import type { ConnectOptions } from '@core/mcp-kit';
import { isFailure } from '@core/mcp-kit';

/** How one account signs in: with a personal key, or with the bearer token that an app was given by OAuth. */
export interface Login {
  readonly authorization: string;
  /** Tells accounts apart without holding the secret. */
  readonly account: string;
}

/**
 * The login of the account. A bearer token wins where both are set: it is the narrower one. A key sent as a bearer, or a
 * token sent as Basic, is refused by the service.
 *
 * @throws Failure `auth` when neither is set; it names the key, which is what a person has.
 */
export async function login(credential: ConnectOptions<unknown>['credential']): Promise<Login> {
  const token = await orNone(credential('access_token'));
  if (token !== undefined) return { authorization: `Bearer ${token.reveal()}`, account: token.fingerprint() };
  const key = await credential('api_key');
  const basic = Buffer.from(`API_KEY:${key.reveal()}`).toString('base64');
  return { authorization: `Basic ${basic}`, account: key.fingerprint() };
}

/** Nothing where the credential is not set; any other problem of the store is a problem. */
async function orNone<T>(wanted: Promise<T>): Promise<T | undefined> {
  try {
    return await wanted;
  } catch (error) {
    if (isFailure(error) && error.kind === 'auth' && error.cause === undefined) return undefined;
    throw error;
  }
}
