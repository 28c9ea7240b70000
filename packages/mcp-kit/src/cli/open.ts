import { Secret } from '@core/secrets';
import { Failure } from '../failure/failure.ts';
import type { Connection, LoginDesk } from '../provider/provider.ts';
import type { CommandContext } from './command.ts';
import { commandOf } from './credentials.ts';
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

/** Connects; nothing is sent yet. `login` is for tools that look after it. */
export async function openConnection(
  context: CommandContext,
  credential: Credential,
  login?: LoginDesk,
): Promise<Opened> {
  const { provider, host, config, log, redactor } = context;
  if (config.demo) return openDemo(context);
  const connection = provider.connect({
    settings: config.settings as never,
    credential,
    conceal: (secret) => redactor.register(secret),
    log,
    now: host.now,
    local: localData(context),
    ...(host.fetch === undefined ? {} : { fetch: host.fetch }),
    ...(login === undefined ? {} : { login }),
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
    conceal: (secret) => redactor.register(secret),
    log,
    now: sandbox.now,
    fetch: sandbox.fetch,
  });
  return { connection, now: sandbox.now };
}

function noDemo({ bin }: AnyProvider): UsageError {
  return new UsageError(`${bin} has no demo`, 'leave --demo out');
}
