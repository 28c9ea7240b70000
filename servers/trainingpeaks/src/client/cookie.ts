import { Failure } from '@core/mcp-kit';
import { Secret } from '@core/secrets';

/** The one cookie that is a login, and the only domain it is taken from. Nothing a caller says changes either. */
export const COOKIE_NAME = 'Production_tpAuth';
export const COOKIE_DOMAIN = 'trainingpeaks.com';

/** What a cookie's value may be made of (RFC 6265), so that it cannot smuggle a second header or cookie. */
const octets = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{16,4096}$/;

/**
 * The value that people mean when they paste a cookie: alone, in quotes, as `Production_tpAuth=…`, or the whole `Cookie:`
 * line of the browser's tools, of which everything else is dropped.
 *
 * @throws Failure `auth`, without a word of what was given
 */
export function readCookie(given: Secret): Secret {
  const text = given
    .reveal()
    .trim()
    .replace(/^cookie:\s*/i, '');
  const named = text.split(/;\s*/).find((part) => part.startsWith(`${COOKIE_NAME}=`));
  const value = (named?.slice(COOKIE_NAME.length + 1) ?? text).trim().replace(/^"(.*)"$/, '$1');
  if (octets.test(value)) return value === given.reveal() ? given : new Secret(value);
  throw new Failure('auth', `What was given as the TrainingPeaks login is not the value of the cookie ${COOKIE_NAME}`, {
    next: `copy the whole value of ${COOKIE_NAME} again, or let \`auth login --from-browser\` read it`,
  });
}
