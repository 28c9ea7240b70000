import { SecretsError } from '../secrets-error.ts';

const SHELL_WORDS = new Set(['|', '||', '&&', ';', '>', '>>', '<', '&']);
const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gsu;

/**
 * The program and arguments of a command line that is run without a shell.
 * Blanks separate. `'…'` is taken as it is; in `"…"` a backslash makes `"` and `\` ordinary; outside of quotes a backslash makes the next character
 * ordinary, except on Windows, where it stays a path separator. Nothing is expanded: no variables, `~`, `*`, pipes or redirections.
 * A line that begins with `[` is a JSON list of strings, for arguments that need no rules at all.
 * @throws SecretsError `command_failed` for an open quote, a shell operator or an empty line; the line itself is never in the message.
 */
export function splitCommandLine(line: string, variableName: string, platform: NodeJS.Platform): string[] {
  const trimmed = line.trim();
  if (trimmed.startsWith('[')) return jsonArguments(trimmed, variableName);
  const prepared = platform === 'win32' ? trimmed.replaceAll(/\\(?!["\\])/g, '\\\\') : trimmed;
  const words = prepared.match(WORD) ?? [];
  if (prepared.replaceAll(WORD, '').trim() !== '')
    throw malformed(variableName, 'has a quote or backslash that is not closed');
  if (words.some((word) => SHELL_WORDS.has(word))) {
    throw malformed(
      variableName,
      'uses a shell operator, but is run without a shell',
      `Wrap it: ${variableName}=sh -c '…'`,
    );
  }
  const args = words.map(unquoted);
  if (args[0] === undefined || args[0] === '') throw malformed(variableName, 'names no program');
  return args;
}

function jsonArguments(text: string, variableName: string): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed(variableName, 'begins with [ but is not a JSON list');
  }
  const valid =
    Array.isArray(parsed) && parsed.length > 0 && parsed.every((item) => typeof item === 'string') && parsed[0] !== '';
  if (!valid) throw malformed(variableName, 'must be a JSON list of strings that begins with the program');
  return parsed as string[];
}

function unquoted(word: string): string {
  return word.replaceAll(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gsu,
    (_all, double?: string, single?: string, escaped?: string) => {
      if (double !== undefined) return double.replaceAll(/\\(["\\])/g, '$1');
      return single ?? escaped ?? '';
    },
  );
}

function malformed(variableName: string, what: string, next?: string): SecretsError {
  return new SecretsError(
    'command_failed',
    `${variableName} ${what}.`,
    next ?? `Write it as: ${variableName}=op read "op://vault/item/field"`,
  );
}
