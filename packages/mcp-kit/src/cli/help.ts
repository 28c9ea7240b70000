import type { Translate } from '../server/in-language.ts';
import { clients } from './clients/client.ts';
import type { Command } from './command.ts';
import { commandOf, httpToken } from './credentials.ts';
import { exitCodes } from './exit-codes.ts';
import type { AnyProvider, OptionSpec } from './option-table.ts';
import type { Style } from './terminal/style.ts';
import { wrap } from './terminal/table.ts';

export interface HelpOptions {
  readonly provider: AnyProvider;
  readonly commands: readonly Command[];
  readonly options: readonly OptionSpec[];
  readonly configPath: string;
  readonly style: Style;
  /** Our words in the person's language. */
  readonly say: Translate;
  /** Columns of the terminal. */
  readonly width: number;
}

/** `--help`, made from the tables that parsing uses: it cannot say anything else than what works. */
export function helpText({ provider, commands, options, configPath, style, say, width }: HelpOptions): string {
  const table = (rows: readonly (readonly [string, string])[]): string => twoColumns(rows, Math.min(width, 110));
  const common = options.filter((option) => option.commands === undefined);
  const special = options.filter((option) => option.commands !== undefined);
  const heading = (text: string): string => style.bold(say(text));
  return [
    `${style.bold(provider.bin)} ${provider.version}: ${say(`${provider.platform} for AI assistants, over the Model Context Protocol`)}`,
    '',
    `${heading('Usage')}  ${commandOf(provider, say('[command] [options]'))}`,
    '',
    heading('Commands'),
    table(commands.map(({ name, operands, summary }) => [[name, operands].filter(Boolean).join(' '), say(summary)])),
    '',
    heading('Options'),
    table(common.map((option) => [flagText(option), optionText(option, say)])),
    '',
    heading('Options of single commands'),
    table(special.map((option) => [flagText(option), `${optionText(option, say)} (${option.commands?.join(', ')})`])),
    '',
    heading('Credentials'),
    table([...provider.credentials, httpToken].map(({ env, where }) => [env, say(where)])),
    ...wrap(
      say(
        `Each may also come from a file (${example(provider)}_FILE) or a command that prints it (${example(provider)}_COMMAND); otherwise from the keychain or the encrypted file that \`auth login\` writes.`,
      ),
      Math.min(width, 110) - 2,
    ).map((line) => `  ${line}`),
    '',
    heading('Where values come from'),
    `  ${say(`An option, else its variable, else ${configPath}`)}`,
    `  ${say('with the names of the options as keys:')} {"toolsets": ["core"], "read-only": true}`,
    `  ${say('Variables stand beside the options above.')}`,
    '',
    heading('Clients for config'),
    `  ${clients.map(({ id }) => id).join(', ')}`,
    '',
    heading('Exit codes'),
    table([
      [String(exitCodes.ok), say('done')],
      [String(exitCodes.failed), say('it did not succeed')],
      [String(exitCodes.usage), say('the command line, a variable or the config file is wrong')],
      [String(exitCodes.cancelled), say('stopped by you')],
    ]),
    '',
    `${style.dim(`${provider.platform}:`)} ${provider.websiteUrl}`,
  ].join('\n');
}

function example({ credentials }: AnyProvider): string {
  return credentials[0]?.env ?? httpToken.env;
}

function flagText({ flag, short, value, choices, kind, bare }: OptionSpec): string {
  const form = choices === undefined ? `<${value ?? 'value'}>` : choices.join('|');
  const operand = kind === 'switch' ? '' : bare === undefined ? ` ${form}` : ` [${form}]`;
  return `${short === undefined ? '    ' : `-${short}, `}--${flag}${operand}`;
}

function optionText({ description, default: standard, env }: OptionSpec, say: Translate): string {
  const parts = [
    ...(standard === undefined ? [] : [`${say('default')} ${standard}`]),
    ...(env[0] === undefined ? [] : [env.join(` ${say('or')} `)]),
  ];
  return parts.length === 0 ? say(description) : `${say(description)} [${parts.join('; ')}]`;
}

/** Names on the left, wrapped text on the right; a name too long for its column gets a line of its own. */
function twoColumns(rows: readonly (readonly [string, string])[], width: number): string {
  const left = Math.min(28, Math.max(...rows.map(([name]) => name.length)));
  return rows
    .flatMap(([name, text]) => {
      const [first = '', ...more] = wrap(text, Math.max(30, width - left - 4));
      const head = name.length > left ? [name, ' '.repeat(left + 2) + first] : [`${name.padEnd(left)}  ${first}`];
      return [...head, ...more.map((line) => ' '.repeat(left + 2) + line)];
    })
    .map((line) => `  ${line}`)
    .join('\n');
}
