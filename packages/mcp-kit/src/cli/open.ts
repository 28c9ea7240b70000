import { Secret } from '@core/secrets';
import { Failure } from '../failure/failure.ts';
import type { Connection } from '../provider/provider.ts';
import { createRuntime, type Runtime } from '../server/runtime.ts';
import type { CommandContext } from './command.ts';
import { commandOf, credentialResolver } from './credentials.ts';
import { filesFor, type Reach } from './files-folder.ts';
import { localData } from './local-data.ts';
import type { AnyProvider } from './option-table.ts';
import { settingsOf } from './resolve.ts';
import { UsageError } from './usage-error.ts';

/** An account, connected as the configuration says: the real service, or the emulator with `--demo`. */
export interface Opened {
  readonly connection: Connection<unknown>;
  readonly now: () => Date;
}

type Credential = (name: string) => Promise<Secret>;

/** Connects; nothing is sent yet. `credential` replaces the store, for a login that is being tried. */
export async function openConnection(context: CommandContext, credential?: Credential): Promise<Opened> {
  const { provider, host, config, log, store } = context;
  if (config.demo) return openDemo(context);
  const connection = provider.connect({
    settings: config.settings as never,
    credential: credential ?? credentialResolver(provider, store),
    log,
    now: host.now,
    local: localData(context),
    ...(host.fetch === undefined ? {} : { fetch: host.fetch }),
  });
  return { connection, now: host.now };
}

async function openDemo({ provider, config, redactor, log }: CommandContext): Promise<Opened> {
  if (provider.demo === undefined) throw noDemo(provider);
  const sandbox = await provider.demo();
  for (const value of Object.values(sandbox.credentials)) redactor.register(value);
  const settings = settingsOf(
    provider,
    (flag) => sandbox.settings[flag] ?? config.given.get(flag)?.value,
    (flag) => `--${flag}`,
  );
  const connection = provider.connect({
    settings: settings as never,
    credential: async (name) => {
      const value = sandbox.credentials[name];
      if (value !== undefined && value !== '') return new Secret(value);
      throw new Failure('auth', `The demo has no ${name}`, { next: `run \`${commandOf(provider, 'doctor')}\`` });
    },
    log,
    now: sandbox.now,
    fetch: sandbox.fetch,
  });
  return { connection, now: sandbox.now };
}

function noDemo({ bin }: AnyProvider): UsageError {
  return new UsageError(`${bin} has no demo`, 'leave --demo out');
}

/**
 * Connects and selects the tools.
 *
 * @param reach who is served, which decides where files go
 * @throws SelectionError for a toolset or tool that does not exist.
 */
export async function openRuntime(context: CommandContext, reach: Reach): Promise<Runtime<unknown>> {
  const { provider, config, redactor, log } = context;
  const { connection, now } = await openConnection(context);
  return createRuntime({
    provider,
    connection,
    selection: config.selection,
    review: config.review,
    redactor,
    log,
    now,
    files: filesFor(context, reach),
  });
}
