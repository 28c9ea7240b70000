import type { LoginPort } from '../client/login.ts';

/** Name of the credential that is the login. */
const LOGIN = 'auth_cookie';

/** Where the login is kept; `null` when nobody here knows, as in the demo. */
export async function loginSource({ desk }: LoginPort): Promise<string | null> {
  return (await desk?.where(LOGIN)) ?? null;
}

/** The login of a browser of this machine, if this server may look for one. */
export function findInBrowser({ desk }: LoginPort, browser: string) {
  return desk?.find(LOGIN, browser);
}
