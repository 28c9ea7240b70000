import { SECRET_MARKER } from '../secret.ts';

/** Whether the value under a name is covered: as a key of data, and as a parameter of a URL. */
export interface CoveredNames {
  key: (name: string) => boolean;
  parameter: (name: string) => boolean;
}

/** Every name that looks like a credential holds one of these; most texts hold none, and are done after this one search. */
const NAME_STEM = /token|cookie|pass|cred|key|auth|secret|pwd|jwt|bearer|[cx]srf|sig|code/i;
const WORTH_A_LOOK = /[=:/\\]|eyJ|bearer|basic/i;

const HEADER_LINE =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token|x-csrf-token|x-xsrf-token)(\\*["']?[ \t]{0,20}[:=][ \t]{0,20})(?:(\\*["'])[^\r\n]*?(?<!\\)\3|[^\r\n]+)/gi;
const BEARER = /\b(bearer)(\s+|%20)([\w.~+/=%-]{6,})/gi;
const BASIC = /\b(basic)(\s+|%20)([A-Za-z0-9+/_-]{8,}={0,2})/gi;
const WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g;
const URL_LOGIN = /\b([a-z][a-z0-9+.-]{1,30}:\/\/)[^\s/@"'<>]{1,2000}@/gi;
const PARAMETER = /([?&#;])([\w.%[\]-]{1,64})=([^&\s"'<>#\\]+)/g;
const ASSIGNMENT = /(?<![\w.?&#;-])([A-Za-z_][\w-]{1,63})=([^\s"'&;,)\]}<$][^\s"'&;,)\]}]*)/g;
const QUOTED_VALUE =
  /(?<![\w-])([A-Za-z_][\w-]{1,63})(\\*["']?[ \t]{0,20}[:=][ \t]{0,20})(\\*["'])([^\r\n]*?)(?<!\\)\3/g;
const UNIX_HOME = /(?<![\w.~-])\/(?:home|Users)\/[^/\s"'`:;,<>|\\)\]}]+/g;
const WINDOWS_HOME = /\b[A-Za-z]:(\\{1,4}|\/)Users\1[^\\/\s"'`:;,<>|)\]}]+/gi;

/** Covers what has the shape of a credential, whether or not its value is registered, and writes home folders as `~`. */
export function coverPatterns(text: string, covered: CoveredNames, homes: readonly string[]): string {
  let current = text;
  for (const home of homes) current = replaceHome(current, home);
  if (!WORTH_A_LOOK.test(current)) return current;
  const shaped = current
    .replace(BEARER, (all: string, word: string, gap: string, token: string) =>
      isProse(token) ? all : `${word}${gap}${SECRET_MARKER}`,
    )
    .replace(BASIC, (all: string, word: string, gap: string, token: string) =>
      holdsLogin(token) ? `${word}${gap}${SECRET_MARKER}` : all,
    )
    .replace(WEB_TOKEN, SECRET_MARKER)
    .replace(URL_LOGIN, `$1${SECRET_MARKER}@`)
    .replace(UNIX_HOME, '~')
    .replace(WINDOWS_HOME, '~');
  return NAME_STEM.test(shaped) ? coverNamed(shaped, covered) : shaped;
}

function coverNamed(text: string, covered: CoveredNames): string {
  return text
    .replace(
      HEADER_LINE,
      (_all, name: string, separator: string, quote = '') => `${name}${separator}${quote}${SECRET_MARKER}${quote}`,
    )
    .replace(PARAMETER, (all: string, mark: string, name: string) =>
      covered.parameter(name) ? `${mark}${name}=${SECRET_MARKER}` : all,
    )
    .replace(ASSIGNMENT, (all: string, name: string) =>
      covered.key(name) && !name.endsWith('_FILE') ? `${name}=${SECRET_MARKER}` : all,
    )
    .replace(QUOTED_VALUE, (all: string, name: string, separator: string, quote: string, value: string) =>
      value !== '' && covered.key(name) ? `${name}${separator}${quote}${SECRET_MARKER}${quote}` : all,
    );
}

/** The given home folder in the forms a text may hold it: as it is, and with its backslashes doubled by JSON. Longest first. */
export function homeForms(home: string | undefined): string[] {
  if (home === undefined || home.length < 2) return [];
  const plain = home.replace(/[\\/]+$/, '');
  return plain.includes('\\') ? [plain.replaceAll('\\', '\\\\'), plain, plain.replaceAll('\\', '/')] : [plain];
}

function replaceHome(text: string, home: string): string {
  let from = 0;
  let at = text.indexOf(home);
  if (at === -1) return text;
  let result = '';
  while (at !== -1) {
    const end = at + home.length;
    const whole = !/[\w.~-]/.test(text.charAt(at - 1)) && !/[\w.-]/.test(text.charAt(end));
    result += text.slice(from, at) + (whole ? '~' : home);
    from = end;
    at = text.indexOf(home, end);
  }
  return result + text.slice(from);
}

/** "Bearer authentication" is a sentence; a token is long, or has something other than letters in it. */
function isProse(token: string): boolean {
  return token.length < 20 && /^[A-Za-z]+[.]?$/.test(token);
}

/** The credentials of a Basic header are base64 of `user:password`; "Basic endurance" is a workout. */
function holdsLogin(token: string): boolean {
  return /^[\x20-\x7e]*:/.test(Buffer.from(token, 'base64').toString('latin1'));
}
