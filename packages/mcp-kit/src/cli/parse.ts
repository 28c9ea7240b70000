import { parseArgs } from 'node:util';
import { closest } from '../selection/closest.ts';
import type { OptionSpec } from './option-table.ts';
import { UsageError } from './usage-error.ts';

/** The command line, split and checked against the tables; values are still text. */
export interface CommandLine {
  readonly command: string;
  /** What follows the command. */
  readonly operands: readonly string[];
  /** By flag. A switch without a value is `true`. */
  readonly flags: ReadonlyMap<string, string | true>;
}

/**
 * Splits a command line. Without a command it is `serve`.
 *
 * @throws UsageError for an unknown command or flag, naming the closest; for a missing value; for a flag of another command.
 */
export function parseCommandLine(
  argv: readonly string[],
  options: readonly OptionSpec[],
  commands: readonly string[],
): CommandLine {
  const { tokens } = parseArgs({
    args: withBareValues(argv, options),
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map(({ flag, short, kind }) => [
        flag,
        { type: kind === 'switch' ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const,
      ]),
    ),
  });
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const flags = new Map<string, string | true>();
  const known: readonly string[] = [...commands, ...wordsForFlags];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = options.find(({ flag }) => flag === token.name);
    if (option === undefined) {
      // `digest --week` of a server without digests: the command is what is wrong.
      const before = tokens.find(({ kind, index }) => kind === 'positional' && index < token.index);
      if (before?.kind === 'positional' && !known.includes(before.value)) throw unknownCommand(before.value, commands);
      throw unknownFlag(token.rawName, options);
    }
    flags.set(option.flag, valueFor(option, token.value, flags.get(option.flag)));
  }
  const [word = 'serve', ...operands] = positionals;
  const asFlag = wordsForFlags.find((flag) => flag === word);
  if (asFlag !== undefined) flags.set(asFlag, true);
  const command = asFlag === undefined ? word : 'serve';
  if (!commands.includes(command)) throw unknownCommand(command, commands);
  refuseForeignFlags(command, flags, options);
  return { command, operands, flags };
}

/** `--week --out x` as `--week=last --out x`: an option that means something alone takes no option for its value. */
function withBareValues(argv: readonly string[], options: readonly OptionSpec[]): string[] {
  return argv.map((word, at) => {
    const bare = options.find(({ flag }) => word === `--${flag}`)?.bare;
    const next = argv[at + 1];
    return bare === undefined || (next !== undefined && !next.startsWith('-')) ? word : `${word}=${bare}`;
  });
}

/** What people type as a command although it is an option. */
const wordsForFlags = ['help', 'version'] as const;

function valueFor(option: OptionSpec, value: string | undefined, earlier: string | true | undefined): string | true {
  if (option.kind === 'switch') return value ?? true;
  if (value === undefined || value.startsWith('-')) {
    const example = option.choices?.[0] ?? option.default ?? option.value ?? 'value';
    throw new UsageError(`--${option.flag} needs a value`, `write --${option.flag} ${example}`);
  }
  return option.kind === 'list' && typeof earlier === 'string' ? `${earlier},${value}` : value;
}

function unknownFlag(rawName: string, options: readonly OptionSpec[]): UsageError {
  const known = options.map(({ flag }) => flag);
  const [near] = closest(rawName.replace(/^-+/, ''), known, 1);
  return new UsageError(
    `Unknown option ${rawName}`,
    near === undefined ? 'see --help for the options' : `did you mean --${near}?`,
  );
}

function unknownCommand(command: string, commands: readonly string[]): UsageError {
  const [near] = closest(command, commands, 1);
  return new UsageError(
    `Unknown command "${command}"`,
    near === undefined ? `the commands are ${commands.join(', ')}` : `did you mean ${near}?`,
  );
}

function refuseForeignFlags(
  command: string,
  flags: ReadonlyMap<string, unknown>,
  options: readonly OptionSpec[],
): void {
  for (const { flag, commands } of options) {
    if (!flags.has(flag) || commands === undefined || commands.includes(command) || flags.has('help')) continue;
    throw new UsageError(`--${flag} is no option of ${command}`, `it belongs to: ${commands.join(', ')}`);
  }
}
