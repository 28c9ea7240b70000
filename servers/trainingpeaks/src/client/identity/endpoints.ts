import { endpoint, path } from '@core/mcp-kit/http';
import { wireToken, wireUser } from './wire.ts';

type None = Record<never, never>;

/** Cookie for a short-lived token. Only the session sends it: it is not part of the port. */
export const exchangeCookie = endpoint<None>()({
  method: 'GET',
  path: () => path`users/v3/token`,
  response: wireToken,
  maxBytes: 100_000,
});

const user = endpoint<None>()({
  method: 'GET',
  path: () => path`users/v3/user`,
  response: wireUser,
  cacheSeconds: 600,
});

export const identityEndpoints = {
  /** The signed-in person, with everyone whose calendar the account may open. */
  user,
  /** The same, past the cache: for somebody who was connected a minute ago. */
  userNow: { ...user, cacheSeconds: 0 },
};
