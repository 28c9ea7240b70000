import { join } from 'node:path';
import { createCredentialStore, createRedactor, directoriesFor, SecretsError } from '@core/secrets';
import { isFailure } from '../failure/failure.ts';
import { createLogger } from '../log/create-logger.ts';
import type { Provider } from '../provider/provider.ts';
import { SelectionError } from '../selection/select.ts';
import type { CommandContext } from './command.ts';
import { commandsOf } from './commands.ts';
import { processHost } from './config.ts';
import { readConfigFile } from './config-file.ts';
import { commandOf, httpToken } from './credentials.ts';
import { exitCodes } from './exit-codes.ts';
import type { CliHost } from './host.ts';
import { merge } from './merge.ts';
import { refuseOldNode } from './node-version.ts';
import { type AnyProvider, optionsOf } from './option-table.ts';
import { type CommandLine, parseCommandLine } from './parse.ts';
import { resolve } from './resolve.ts';
import { spokenLanguage } from './spoken-language.ts';
import { Cancelled } from './terminal/ask.ts';
import { forPeople } from './terminal/next-step.ts';
import { styleFor } from './terminal/style.ts';
import { UsageError } from './usage-error.ts';

/**
 * The command line of a server: the whole of its `main.ts`. Gives the exit code, and hands it to the host as well.
 *
 * @param host the outside world; this process when absent.
 */
export async function runCli<Port, Settings>(
  provider: Provider<Port, Settings>,
  host: CliHost = processHost(),
): Promise<number> {
  const code = await run(provider as unknown as AnyProvider, host);
  host.exit(code);
  return code;
}

async function run(provider: AnyProvider, host: CliHost): Promise<number> {
  const redactor = createRedactor({ allow: ['preview_token'], home: host.home });
  // Before anything else: a crash or a refused command line can show what stands in the environment.
  for (const { env } of [...provider.credentials, httpToken]) {
    const value = host.env[env];
    if (value !== undefined && value !== '') redactor.register(value);
  }
  const say = await spokenLanguage(provider, host);
  const errorStyle = styleFor(host.stderr, host.env);
  const tell = (text: string): void => {
    host.stderr.write(`${redactor.redactText(text)}\n`);
  };
  const problem = (message: string, next: string): void => {
    tell(`${errorStyle.red('✗')} ${say(message)}\n  ${errorStyle.dim(say('Next:'))} ${forPeople(say(next))}`);
  };
  try {
    const commands = commandsOf(provider);
    const line = parseCommandLine(
      host.argv,
      optionsOf(provider),
      commands.map(({ name }) => name),
    );
    const context = await prepare(provider, host, line, { redactor, say });
    if (context === undefined) return exitCodes.ok;
    const command = commands.find(({ name }) => name === line.command);
    if (command === undefined) throw new Error(`The command ${line.command} is not in the table`);
    return await (await command.load())(context);
  } catch (error) {
    if (error instanceof Cancelled) {
      tell(say('Cancelled; nothing was changed.'));
      return exitCodes.cancelled;
    }
    if (error instanceof UsageError) problem(error.message, error.next);
    else if (error instanceof SelectionError) problem(error.message, 'see `tools --toolsets all` for the names');
    else if (isFailure(error) || error instanceof SecretsError) problem(error.message, error.next);
    else {
      problem(
        'Something went wrong in this program',
        `report it with what follows, or try \`${commandOf(provider, 'doctor')}\``,
      );
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const misused = error instanceof UsageError || error instanceof SelectionError;
    return misused || (isFailure(error) && error.kind === 'bad_input') ? exitCodes.usage : exitCodes.failed;
  }
}

/** Everything that a command needs; `undefined` when `--help` or `--version` was all that was wanted. */
async function prepare(
  provider: AnyProvider,
  host: CliHost,
  { command, operands, flags }: CommandLine,
  { redactor, say }: Pick<CommandContext, 'redactor' | 'say'>,
): Promise<CommandContext | undefined> {
  const directories = directoriesFor(provider.bin, host.platform, host.env, host.home);
  const configPath = join(directories.config, 'config.json');
  const options = optionsOf(provider);
  const style = styleFor(host.stdout, host.env);
  const print = (text: string): void => {
    host.stdout.write(`${redactor.redactText(text)}\n`);
  };
  if (await saysOnlyWhatItIs({ provider, host, configPath, style, say, print }, flags)) return undefined;
  if (command !== 'doctor') refuseOldNode(host.nodeVersion, provider.bin);
  const file = await readConfigFile(configPath);
  const given = merge(options, { flags, env: host.env, file, fileName: configPath });
  const config = resolve(given, provider, command === 'serve' ? 'info' : 'error');
  const store = createCredentialStore({
    app: provider.bin,
    env: host.env,
    directories,
    platform: host.platform,
    redactor,
    loginCommand: commandOf(provider, 'auth login'),
    ...(host.keychain === undefined ? {} : { keychain: host.keychain }),
  });
  const log = createLogger({ stream: host.stderr, level: config.logLevel, redactor, now: host.now });
  // The runtime would print it as it is, with whatever it holds.
  host.onCrash((error) => log.log('error', 'crash', { cause: error }));
  return {
    provider,
    host,
    config,
    operands,
    configPath,
    stateFolder: directories.state,
    store,
    redactor,
    log,
    style,
    say,
    errorStyle: styleFor(host.stderr, host.env),
    print,
    tell: (text) => {
      host.stderr.write(`${redactor.redactText(text)}\n`);
    },
  };
}

/** Prints the help or the version; false when neither was asked for. */
async function saysOnlyWhatItIs(
  context: Pick<CommandContext, 'provider' | 'host' | 'configPath' | 'style' | 'say' | 'print'>,
  flags: CommandLine['flags'],
): Promise<boolean> {
  const { provider, host, configPath, style, say, print } = context;
  if (flags.get('help') === true) {
    const { helpText } = await import('./help.ts');
    const [commands, options, width] = [commandsOf(provider), optionsOf(provider), host.stdout.columns ?? 100];
    print(helpText({ provider, commands, options, configPath, style, say, width }));
    return true;
  }
  if (flags.get('version') !== true) return false;
  print(provider.version);
  return true;
}
