const ANYWHERE =
  /token|cookie|passw(?:or)?d|passphrase|credential|apikey|authorization|privatekey|accesskey|secretkey|clientsecret|tpauth/;
const WHOLE_WORDS = new Set(['auth', 'oauth', 'secret', 'secrets', 'pwd', 'jwt', 'bearer', 'creds', 'csrf', 'xsrf']);
const QUERY_ONLY = new Set(['key', 'sig', 'signature', 'code']);

/**
 * True for names under which services send credentials: `cookie`, `token`, `auth`, `authorization`, `credential`, `password`, `secret`,
 * `api_key` and their compounds in any spelling (`icu_api_key`, `accessToken`, `X-Api-Key`). `author`, `session` and `key` are not.
 */
export function looksLikeCredential(name: string): boolean {
  if (ANYWHERE.test(squashed(name))) return true;
  return words(name).some((word) => WHOLE_WORDS.has(word));
}

/** As `looksLikeCredential`, and the short names that carry credentials in URLs only (`key`, `sig`, `signature`, `code`). */
export function looksLikeCredentialParameter(name: string): boolean {
  const plain = decoded(name);
  return looksLikeCredential(plain) || QUERY_ONLY.has(plain.toLowerCase()) || words(plain).includes('signature');
}

/** One spelling for `preview_token`, `previewToken` and `Preview-Token`. */
export function squashed(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function words(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
