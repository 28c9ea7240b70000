import { reviewModes } from '../confirm/review.ts';
import { logLevels } from '../log/create-logger.ts';
import type { CredentialSpec, Provider, SettingSpec } from '../provider/provider.ts';

/** Shared by all servers, so that a file saved by one can be read by another. */
export const defaultFilesFolder = '~/Downloads/training-files';

/** The provider with its types erased, as commands hold it. */
export type AnyProvider = Provider<unknown, never>;

/** A flag, its variable and its key in the config file: one row of the table that parsing, merging and `--help` read. */
export interface OptionSpec {
  /** Without dashes; also the key in the config file. */
  readonly flag: string;
  readonly short?: string;
  readonly kind: 'switch' | 'text' | 'list';
  /** Variables that set it, the first one that is set wins. Empty: command line only. */
  readonly env: readonly string[];
  /** What stands for the value in `--help`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** What it means when no value follows it. */
  readonly bare?: string;
  readonly description: string;
  /** Commands that take it; all of them when absent. */
  readonly commands?: readonly string[];
}

/** Every option of a server: those of the kit, then the provider's settings. */
export function optionsOf(
  provider: Pick<AnyProvider, 'id' | 'settings' | 'defaultToolsets' | 'credentials' | 'tools' | 'commands'>,
): readonly OptionSpec[] {
  return [
    ...selectionOptions(provider),
    ...filesOptions(provider),
    ...commandOptions.map((option) => (option.flag === 'yes' ? agreeing(option, provider) : option)),
    ...ownOptions(provider),
    ...provider.credentials.flatMap(finderOption),
    ...Object.values(provider.settings).map(settingOption),
  ];
}

/** `--yes` is of every command that asks. */
function agreeing(option: OptionSpec, { commands = [] }: Pick<AnyProvider, 'commands'>): OptionSpec {
  const asking = commands.filter(({ asks }) => asks === true).map(({ name }) => name);
  return { ...option, commands: [...(option.commands ?? []), ...asking] };
}

/** Options of the provider's own commands: on the command line only. */
function ownOptions({ commands = [] }: Pick<AnyProvider, 'commands'>): OptionSpec[] {
  return commands.flatMap(({ name, options = [] }) =>
    options.map((option) => ({ ...option, ...onlyHere, commands: [name] })),
  );
}

/** Only where a tool reads or hands out files. */
function filesOptions(provider: Pick<AnyProvider, 'id' | 'tools'>): readonly OptionSpec[] {
  if (!provider.tools.some(({ files }) => files !== undefined)) return [];
  return [
    {
      flag: 'files-dir',
      kind: 'text',
      env: [`${variablePrefix(provider)}FILES_DIR`],
      value: 'folder',
      default: defaultFilesFolder,
      description: 'Where files are read from and saved to; none: no folder',
    },
  ];
}

/** `INTERVALS_` for the provider `intervals`. */
export function variablePrefix({ id }: Pick<AnyProvider, 'id'>): string {
  return `${id.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_`;
}

function selectionOptions(provider: Pick<AnyProvider, 'id' | 'defaultToolsets'>): readonly OptionSpec[] {
  const env = (name: string): string[] => [`${variablePrefix(provider)}${name}`];
  return [
    {
      flag: 'toolsets',
      kind: 'list',
      env: env('TOOLSETS'),
      value: 'names',
      default: 'core',
      description: `Tools to list: core (${provider.defaultToolsets.join(', ')}), all, or names with commas`,
    },
    {
      flag: 'tools',
      kind: 'list',
      env: env('TOOLS'),
      value: 'names',
      description: 'Single tools to list besides them',
    },
    {
      flag: 'exclude-tools',
      kind: 'list',
      env: env('EXCLUDE_TOOLS'),
      value: 'names',
      description: 'Single tools to leave out',
    },
    { flag: 'read-only', kind: 'switch', env: env('READ_ONLY'), description: 'List no tool that changes anything' },
    {
      flag: 'allow-delete',
      kind: 'text',
      env: env('ALLOW_DELETE'),
      choices: ['none', 'future', 'all'],
      default: 'none',
      description: 'What may be deleted; with none, delete tools do not exist',
    },
    {
      flag: 'review',
      kind: 'text',
      env: [...env('REVIEW'), 'REVIEW'],
      choices: reviewModes,
      default: 'visible',
      description: 'Which changes a person confirms first; visible: those that others see',
    },
    {
      flag: 'log-level',
      kind: 'text',
      env: env('LOG_LEVEL'),
      choices: [...logLevels, 'silent'],
      description: 'What is logged on standard error',
    },
    { flag: 'demo', kind: 'switch', env: env('DEMO'), description: 'Use a made-up athlete instead of an account' },
  ];
}

const onlyHere = { env: [] } as const;

const commandOptions: readonly OptionSpec[] = [
  { flag: 'http', kind: 'switch', ...onlyHere, commands: ['serve'], description: 'Serve over HTTP instead of stdio' },
  {
    flag: 'host',
    kind: 'text',
    ...onlyHere,
    value: 'address',
    default: '127.0.0.1',
    commands: ['serve'],
    description: 'Address to serve on',
  },
  {
    flag: 'port',
    kind: 'text',
    ...onlyHere,
    value: 'number',
    default: '8000',
    commands: ['serve'],
    description: 'Port to serve on',
  },
  {
    flag: 'path',
    kind: 'text',
    ...onlyHere,
    value: 'path',
    default: '/mcp',
    commands: ['serve'],
    description: 'Path of the endpoint',
  },
  {
    flag: 'allowed-hosts',
    kind: 'list',
    ...onlyHere,
    value: 'names',
    commands: ['serve'],
    description: 'Host names that the server may be called by',
  },
  {
    flag: 'allowed-origins',
    kind: 'list',
    ...onlyHere,
    value: 'names',
    commands: ['serve'],
    description: 'Host names of web pages that may call it',
  },
  {
    flag: 'http-without-token',
    kind: 'switch',
    ...onlyHere,
    commands: ['serve'],
    description: 'No token, on this machine only: for conformance tests',
  },
  {
    flag: 'json',
    kind: 'switch',
    ...onlyHere,
    commands: ['tools', 'call', 'doctor', 'auth'],
    description: 'Print JSON',
  },
  {
    flag: 'tokens',
    kind: 'switch',
    ...onlyHere,
    commands: ['tools'],
    description: 'Show what each tool costs in the list',
  },
  {
    flag: 'yes',
    kind: 'switch',
    ...onlyHere,
    commands: ['call'],
    description: 'Agree to what is asked',
  },
  {
    flag: 'write',
    kind: 'switch',
    ...onlyHere,
    commands: ['config'],
    description: "Write it into the client's file instead of printing",
  },
  {
    flag: 'local',
    kind: 'switch',
    ...onlyHere,
    commands: ['config', 'setup'],
    description: 'Let the client start this copy, not the published one',
  },
  {
    flag: 'store',
    kind: 'text',
    ...onlyHere,
    choices: ['auto', 'keychain', 'file'],
    default: 'auto',
    commands: ['auth', 'setup'],
    description: 'Where to keep a credential',
  },
  { flag: 'help', short: 'h', kind: 'switch', ...onlyHere, description: 'Show this help' },
  { flag: 'version', short: 'v', kind: 'switch', ...onlyHere, description: 'Show the version' },
];

function finderOption({ title, finder }: CredentialSpec): OptionSpec[] {
  if (finder === undefined) return [];
  return [
    {
      flag: finder.flag,
      kind: 'text',
      ...onlyHere,
      choices: ['auto', ...finder.choices],
      bare: 'auto',
      commands: ['auth'],
      description: `Take the ${title.toLowerCase()} from ${finder.title}; without a name, from any`,
    },
  ];
}

/** A setting whose schema takes `true` is a switch; every other one takes a value. */
function settingOption({ flag, env, description, schema }: SettingSpec): OptionSpec {
  const isSwitch = schema.safeParse(true).success;
  return { flag, kind: isSwitch ? 'switch' : 'text', env: [env], description, ...(isSwitch ? {} : { value: 'value' }) };
}
