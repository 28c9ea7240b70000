import type { Redactor } from '@core/secrets';
import { describeError } from './describe-error.ts';
import type { Logger, LogLevel } from './logger.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const satisfies readonly LogLevel[];

export interface LoggerOptions {
  /** Where lines go: standard error, never standard output, which carries the protocol. */
  readonly stream: { readonly write: (line: string) => unknown; readonly isTTY?: boolean };
  /** Least important level that is written; `silent` writes nothing. */
  readonly level: LogLevel | 'silent';
  readonly redactor: Redactor;
  readonly now?: () => Date;
}

/** A logger that writes one redacted line an entry: `key=value` for a person at a terminal, JSON for a machine. */
export function createLogger({ stream, level, redactor, now = () => new Date() }: LoggerOptions): Logger {
  const least = level === 'silent' ? logLevels.length : logLevels.indexOf(level);
  const line = stream.isTTY === true ? plainLine : jsonLine;
  return {
    log: (entryLevel, message, fields = {}) => {
      if (logLevels.indexOf(entryLevel) < least) return;
      const plain = Object.fromEntries(
        Object.entries(fields)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, value instanceof Error ? describeError(value, level === 'debug') : value]),
      );
      const redacted = redactor.redactValue(plain) as Record<string, unknown>;
      // Redacted once more as a whole: a secret may have been cut apart between fields and escapes.
      stream.write(`${redactor.redactText(line(now(), entryLevel, message, redacted))}\n`);
    },
  };
}

type Line = (time: Date, level: LogLevel, message: string, fields: Readonly<Record<string, unknown>>) => string;

const jsonLine: Line = (time, level, message, fields) => {
  // Said last, so that no field can stand in its place; called `msg` because fields have messages of their own.
  const head = { time: time.toISOString(), level, msg: message };
  return stringify({ ...head, ...fields, ...head });
};

const plainLine: Line = (time, level, message, fields) => {
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${plainValue(value)}`);
  return [time.toISOString().slice(11, 19), level.padEnd(5), message, ...pairs].join(' ');
};

function plainValue(value: unknown): string {
  const text = typeof value === 'string' ? value : stringify(value);
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}

/** JSON of a redacted value: circles and errors are gone by then, a bigint is written as its digits. */
function stringify(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? 'undefined'
  );
}
