export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Writes to stderr only, through the redactor. `fields` are printed as `key=value`, or as JSON when stderr is no terminal. */
export interface Logger {
  readonly log: (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;
}
