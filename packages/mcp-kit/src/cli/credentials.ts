import { type CredentialStore, type FoundCredential, type Secret, SecretsError } from '@core/secrets';
import { Failure } from '../failure/failure.ts';
import type { CredentialSpec } from '../provider/provider.ts';
import type { AnyProvider } from './option-table.ts';

/** Credential of the HTTP transport: what clients of `serve --http` must send. */
export const httpToken: CredentialSpec = {
  name: 'http_token',
  title: 'HTTP token',
  env: 'MCP_HTTP_TOKEN',
  where:
    'Make a random one, for example with `openssl rand -hex 32`, and give it to the clients that may call this server.',
};

/** How long a credential is reused before its source is asked again: a keychain or a helper may take long. */
const reuseMs = 60_000;

/** `npx -y @scope/intervals-mcp auth login`, the way that works without anything installed. */
export function commandOf({ packageName }: Pick<AnyProvider, 'packageName'>, rest: string): string {
  return `npx -y ${packageName} ${rest}`;
}

/** Resolves credentials by name. Throws the `auth` failure, naming the command that cures it. */
export interface CredentialResolver {
  (name: string): Promise<Secret>;
  /** Drops what is remembered: the next call asks the sources again. */
  readonly forget: () => void;
}

/** Resolves a provider's credentials through the store. */
export function credentialResolver(provider: AnyProvider, store: Pick<CredentialStore, 'lookup'>): CredentialResolver {
  const known = new Map<string, { found: Promise<FoundCredential>; until: number }>();
  const resolve = async (name: string): Promise<Secret> => {
    const remembered = known.get(name);
    if (remembered !== undefined && remembered.until > performance.now()) return (await remembered.found).secret;
    const found = lookUp(provider, store, name);
    known.set(name, { found, until: performance.now() + reuseMs });
    found.catch(() => known.delete(name));
    return (await found).secret;
  };
  return Object.assign(resolve, { forget: () => known.clear() });
}

async function lookUp(
  provider: AnyProvider,
  store: Pick<CredentialStore, 'lookup'>,
  name: string,
): Promise<FoundCredential> {
  const spec = specOf(provider, name);
  try {
    const found = await store.lookup(spec.env);
    if (found !== undefined) return found;
  } catch (error) {
    throw authFailure(error);
  }
  throw new Failure('auth', `No ${inSentence(spec.title)} is set for ${provider.platform}`, {
    next: `ask the user to run \`${commandOf(provider, 'setup')}\` or set ${spec.env}`,
  });
}

/** A title inside a sentence: `Login cookie` is a login cookie, `API key` stays. */
function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A problem of the store, as the model and people read it. Its words never hold a value. */
export function authFailure(error: unknown): unknown {
  if (!(error instanceof SecretsError)) return error;
  return new Failure('auth', error.message, { next: error.next, cause: error });
}

/** @throws Error for a name that the provider did not declare: a defect of the provider. */
export function specOf({ credentials, id }: AnyProvider, name: string): CredentialSpec {
  const spec = credentials.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new Error(`The provider ${id} declares no credential named ${name}`);
  return spec;
}
