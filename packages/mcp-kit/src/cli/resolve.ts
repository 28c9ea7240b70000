import type { Review } from '../confirm/review.ts';
import type { LogLevel } from '../log/logger.ts';
import type { AllowDelete, SelectionOptions } from '../selection/select.ts';
import type { Merged } from './merge.ts';
import type { AnyProvider } from './option-table.ts';
import { UsageError } from './usage-error.ts';

/** The configuration of one run, typed and complete. */
export interface Config {
  readonly selection: SelectionOptions;
  readonly review: Review;
  readonly logLevel: LogLevel | 'silent';
  readonly demo: boolean;
  /** The provider's settings, by their names. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Every value that somebody gave, with its source. */
  readonly given: Merged;
}

/**
 * Types the merged values and runs the provider's settings through their schemas.
 *
 * @throws UsageError for a setting that its schema refuses.
 */
export function resolve(given: Merged, provider: Pick<AnyProvider, 'settings'>, logLevel: LogLevel): Config {
  return {
    selection: {
      toolsets: list(given, 'toolsets'),
      include: list(given, 'tools'),
      exclude: list(given, 'exclude-tools'),
      readOnly: isOn(given, 'read-only'),
      allowDelete: text(given, 'allow-delete', 'none') as AllowDelete,
    },
    review: text(given, 'review', 'visible') as Review,
    logLevel: text(given, 'log-level', logLevel) as Config['logLevel'],
    demo: isOn(given, 'demo'),
    settings: settingsOf(
      provider,
      (flag) => given.get(flag)?.value,
      (flag) => given.get(flag)?.source ?? `--${flag}`,
    ),
    given,
  };
}

/** Runs raw values through the provider's schemas. */
export function settingsOf(
  { settings }: Pick<AnyProvider, 'settings'>,
  raw: (flag: string) => unknown,
  source: (flag: string) => string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { flag, schema }]) => {
      const parsed = schema.safeParse(raw(flag));
      if (parsed.success) return [name, parsed.data];
      throw new UsageError(
        `${source(flag)} does not work: ${parsed.error.issues[0]?.message ?? 'not valid'}`,
        'see --help',
      );
    }),
  );
}

/** Whether a switch is on. */
export function isOn(given: Merged, flag: string): boolean {
  return given.get(flag)?.value === true;
}

/** A text option, or what it is when nobody gave it. */
export function text(given: Merged, flag: string, otherwise: string): string {
  const value = given.get(flag)?.value;
  return typeof value === 'string' ? value : otherwise;
}

/** A list option; empty when nobody gave it. */
export function list(given: Merged, flag: string): readonly string[] {
  const value = given.get(flag)?.value;
  return Array.isArray(value) ? value : [];
}
