import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { displayPath, type Environment, variable } from '../directories.ts';
import { Secret } from '../secret.ts';
import { SecretsError, systemCode } from '../secrets-error.ts';
import { splitCommandLine } from './argument-splitting.ts';
import { runHelper } from './helper-command.ts';
import { parseHelperOutput } from './helper-output.ts';
import type { FoundCredential } from './source.ts';

export interface LookupContext {
  env: Environment;
  platform: NodeJS.Platform;
  home: string;
  /** Milliseconds for a credential command. */
  commandTimeoutMs: number;
}

const LARGEST_FILE = 64 * 1024;

/** The three variables of a credential as they are set; an empty one counts as not set. */
export interface CredentialVariables {
  value: string | undefined;
  file: string | undefined;
  command: string | undefined;
}

/** @throws SecretsError `conflicting_sources` when both the value and the file are set: one of them is stale, and we cannot know which. */
export function credentialVariables(name: string, context: LookupContext): CredentialVariables {
  const value = setVariable(name, context);
  const file = setVariable(`${name}_FILE`, context);
  if (value !== undefined && file !== undefined) {
    throw new SecretsError(
      'conflicting_sources',
      `Both ${name} and ${name}_FILE are set.`,
      `Unset ${name} or ${name}_FILE.`,
    );
  }
  return { value, file, command: setVariable(`${name}_COMMAND`, context) };
}

/** True for `${user_config.key}`: some hosts pass the placeholder of a setting that was left blank. No credential looks like that. */
export function isUnfilledPlaceholder(value: string): boolean {
  return /^\$\{[^{}]*\}$/.test(value);
}

/** The credential from `X`, `X_FILE` or `X_COMMAND`, the first that is set; `undefined` when none is. */
export async function fromEnvironment(name: string, context: LookupContext): Promise<FoundCredential | undefined> {
  const { value, file, command } = credentialVariables(name, context);
  if (value !== undefined)
    return { secret: new Secret(value), source: { kind: 'env', where: `environment variable ${name}` } };
  if (file !== undefined) return fromFile(`${name}_FILE`, file, context);
  if (command !== undefined) return fromCommand(`${name}_COMMAND`, command, context);
  return undefined;
}

/** @throws SecretsError `unreadable_source`. The path is named only once it is known to be a file: a misplaced key would show otherwise. */
export async function fromFile(variableName: string, named: string, context: LookupContext): Promise<FoundCredential> {
  const path = named.startsWith('~/') ? join(context.home, named.slice(2)) : named;
  const unreadable = (what: string, next: string) => new SecretsError('unreadable_source', what, next);
  if (!isAbsolute(path)) {
    throw unreadable(
      `${variableName} is not an absolute path.`,
      `Write it as: ${variableName}=/run/secrets/name or ${variableName}=~/name`,
    );
  }
  const found = await stat(path).catch((error: unknown) => systemCode(error));
  if (typeof found === 'string' || !found.isFile()) {
    const why = typeof found === 'string' ? ` (${found})` : '';
    throw unreadable(
      `The path in ${variableName} is not a file that can be read${why}.`,
      `Correct ${variableName}, or create that file.`,
    );
  }
  const shown = displayPath(path, context.home);
  if (found.size > LARGEST_FILE)
    throw unreadable(`${shown}, named by ${variableName}, is too large for a credential.`, `Correct ${variableName}.`);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(
      `${shown}, named by ${variableName}, cannot be read (${systemCode(error)}).`,
      'Give your account the right to read it.',
    );
  });
  if (text.trim() === '')
    throw unreadable(`${shown}, named by ${variableName}, is empty.`, 'Write the credential into it.');
  return { secret: new Secret(text.trim()), source: { kind: 'env_file', where: `${shown}, named by ${variableName}` } };
}

export async function fromCommand(
  variableName: string,
  line: string,
  context: LookupContext,
): Promise<FoundCredential> {
  const args = splitCommandLine(line, variableName, context.platform);
  const { env, platform, commandTimeoutMs } = context;
  const output = await runHelper(args, { variableName, env, platform, timeoutMs: commandTimeoutMs });
  const { value, expiresAt } = parseHelperOutput(output, variableName, new Date());
  const found: FoundCredential = {
    secret: new Secret(value),
    source: { kind: 'env_command', where: `command in ${variableName}` },
  };
  return expiresAt === undefined ? found : { ...found, expiresAt };
}

function setVariable(name: string, context: LookupContext): string | undefined {
  const value = variable(context.env, name, context.platform)?.trim();
  return value === undefined || value === '' || isUnfilledPlaceholder(value) ? undefined : value;
}
