import { COOKIE_DOMAIN, COOKIE_NAME } from '../client/cookie.ts';

/** The one cookie that is ever asked for. A cookie of a single subdomain is no login and is not looked at. */
export const WANTED = { name: COOKIE_NAME, hosts: [`.${COOKIE_DOMAIN}`, COOKIE_DOMAIN] } as const;

/** Its value as a store held it. */
export interface StoredCookie {
  readonly value: string;
  /** `undefined` for a cookie that ends with the browser's session. */
  readonly expires: Date | undefined;
}

/** A store that holds the cookie but does not give it. The message is for people and holds nothing of the store. */
export class Unreadable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Unreadable';
  }
}
