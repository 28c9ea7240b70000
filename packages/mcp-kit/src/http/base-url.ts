import { Failure } from '../failure/failure.ts';

export interface BaseUrlRules {
  /** Where the service lives, fixed in code. */
  readonly fixed: string;
  /** What the user asked for instead, if anything. */
  readonly override?: string | undefined;
  /** The explicit flag that allows another https host. */
  readonly allowOtherHost?: boolean;
  /** Name of that flag, for the message. */
  readonly flag?: string;
}

/**
 * The address to use: the fixed one, or an override that cannot send a credential somewhere by accident. Loopback may be
 * plain http (a sandbox); any other host needs https and an explicit flag.
 *
 * @throws Failure `bad_input`, with a form that works.
 */
export function checkBaseUrl({
  fixed,
  override,
  allowOtherHost = false,
  flag = '--allow-base-url',
}: BaseUrlRules): string {
  if (override === undefined || override === '') return fixed;
  const url = URL.canParse(override) ? new URL(override) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw refuse('The base URL is not an http(s) address', 'use a form such as http://127.0.0.1:4010');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refuse(
      'The base URL holds a user name, a query or a fragment',
      'give scheme, host, port and path only, such as http://127.0.0.1:4010',
    );
  }
  const sameHost = url.protocol === 'https:' && url.host === new URL(fixed).host;
  if (isLoopback(url.hostname) || sameHost) return override;
  if (url.protocol !== 'https:') {
    throw refuse(
      'Plain http is allowed for this machine only: the login would travel readable',
      'use https, or a loopback address such as http://127.0.0.1:4010',
    );
  }
  if (!allowOtherHost) {
    throw refuse('The base URL names another host, which would receive the login', `add ${flag} if that is meant`);
  }
  return override;
}

/** Whether a host name is this machine: `localhost`, 127.0.0.0/8 or ::1. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

function refuse(message: string, next: string): Failure {
  return new Failure('bad_input', message, { next });
}
