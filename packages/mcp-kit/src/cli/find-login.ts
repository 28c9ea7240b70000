import type { Secret } from '@core/secrets';
import { Failure, isFailure } from '../failure/failure.ts';
import type { CredentialSpec, FoundLogin, LoginDesk } from '../provider/provider.ts';
import type { CommandContext } from './command.ts';
import { commandOf, specOf } from './credentials.ts';
import { checkLogin, keep, variablesThatWin } from './login.ts';

/**
 * The first credential on this machine that the service accepts. `tell` gets a line for each place that did not have one
 * that works.
 *
 * @throws Failure `auth` when there is none; any other failure of the check, so that an outage is not taken for a dead login.
 */
export async function findLogin(
  context: CommandContext,
  spec: CredentialSpec,
  choice: string,
  tell: (line: string) => void = () => {},
): Promise<FoundLogin> {
  const { host, provider, redactor } = context;
  const misses: string[] = [];
  const miss = (line: string): void => {
    misses.push(line);
    tell(line);
  };
  const machine = { platform: host.platform, home: host.home, env: host.env, now: host.now };
  for await (const place of finderOf(spec).find(choice, machine)) {
    if ('problem' in place) {
      miss(`${place.where}: ${place.problem}`);
      continue;
    }
    redactor.register(place.secret);
    const check = await tryOut(context, spec, place.secret);
    if (!isFailure(check)) return { where: place.where, check, keep: () => keepFound(context, spec, place.secret) };
    miss(`${place.where}: ${provider.platform} does not accept what is there`);
  }
  throw nothingFound(context, spec, choice, misses);
}

/** The outcome of a login check; a refused login is an outcome too, an outage is not. */
async function tryOut(context: CommandContext, { name }: CredentialSpec, secret: Secret) {
  return checkLogin(context, new Map([[name, secret]])).catch((error: unknown) => {
    if (isFailure(error) && error.kind === 'auth') return error;
    throw error;
  });
}

async function keepFound(context: CommandContext, spec: CredentialSpec, secret: Secret): Promise<readonly string[]> {
  return [...(await keep(context, spec, secret)), ...(await variablesThatWin(context, spec))];
}

function nothingFound(
  { provider }: CommandContext,
  spec: CredentialSpec,
  choice: string,
  misses: readonly string[],
): Failure {
  const { title, where } = spec;
  const place = choice === 'auto' ? finderOf(spec).title : choice;
  const looked = misses.length === 0 ? '' : ` (${misses.join('; ')})`;
  return new Failure('auth', `No ${title.toLowerCase()} that works was found in ${place}${looked}`, {
    next: `ask the user to sign in with a browser of this machine and try again, or to paste it with \`${commandOf(provider, 'auth login')}\`. ${where}`,
  });
}

function finderOf({ name, finder }: CredentialSpec) {
  if (finder !== undefined) return finder;
  throw new Error(`There is no finder for the credential ${name}`);
}

/** What tools may know of and do with the login. `forget` drops what is remembered of the credentials. */
export function loginDesk(context: CommandContext, forget: () => void): LoginDesk {
  const { provider, store } = context;
  return {
    where: async (name) => {
      const sources = await store.status(specOf(provider, name).env);
      return sources.find(({ state }) => state === 'present')?.where;
    },
    find: async (name, choice) => {
      const found = await findLogin(context, specOf(provider, name), choice);
      return {
        ...found,
        keep: async () => {
          const lines = await found.keep();
          forget();
          return lines;
        },
      };
    },
  };
}
