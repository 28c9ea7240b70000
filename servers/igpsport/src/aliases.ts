import type { CliHost } from '@core/mcp-kit/cli';

/** Switches of the existing iGPSport server, and the commands that do the same here. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  '--setup': ['setup'],
  '--check': ['auth', 'status'],
  '--mcp-config': ['config', 'claude-desktop'],
};

/** Levels as Python names them. */
const LEVELS: Readonly<Record<string, string>> = { warning: 'warn', critical: 'error', notset: 'debug' };

/** The outside world with command line and variables of the existing server put into the words of this one. */
export function withAliases<Host extends Pick<CliHost, 'argv' | 'env'>>(host: Host): Host {
  return { ...host, argv: commandLine(host.argv), env: variables(host.env) };
}

/** A command stands first, whatever stood before the switch: `--lang en --check` is `auth status --lang en`. */
function commandLine(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex((word) => Object.hasOwn(COMMANDS, word));
  const command = COMMANDS[argv[at] ?? ''];
  return command === undefined ? argv : [...command, ...argv.slice(0, at), ...argv.slice(at + 1)];
}

/** `IGPSPORT_LOG_LEVEL=INFO` is `info`. The other variables mean the same on both servers. */
function variables(env: CliHost['env']): CliHost['env'] {
  const level = env.IGPSPORT_LOG_LEVEL?.trim().toLowerCase();
  return level === undefined ? env : { ...env, IGPSPORT_LOG_LEVEL: LEVELS[level] ?? level };
}
