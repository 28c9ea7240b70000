import { closest } from '../selection/closest.ts';
import type { OptionSpec } from './option-table.ts';
import { UsageError } from './usage-error.ts';

/** A value and who gave it, for `doctor`. */
export interface Sourced {
  readonly value: string | boolean | readonly string[];
  /** `--review`, `INTERVALS_REVIEW`, or the config file's name. */
  readonly source: string;
}

export type Merged = ReadonlyMap<string, Sourced>;

export interface Inputs {
  readonly flags: ReadonlyMap<string, string | true>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Content of the config file; empty when there is none. */
  readonly file: Readonly<Record<string, unknown>>;
  /** How messages call the file. */
  readonly fileName: string;
}

/**
 * Flag over environment over config file, option by option.
 *
 * @throws UsageError for a value that an option cannot have, and for a key of the file that is no option.
 */
export function merge(options: readonly OptionSpec[], inputs: Inputs): Merged {
  refuseUnknownKeys(options, inputs);
  const merged = new Map<string, Sourced>();
  for (const option of options) {
    const found = given(option, inputs);
    if (found !== undefined)
      merged.set(option.flag, { value: read(option, found.raw, found.source), source: found.source });
  }
  return merged;
}

function given(option: OptionSpec, inputs: Inputs): { raw: unknown; source: string } | undefined {
  const flag = inputs.flags.get(option.flag);
  if (flag !== undefined) return { raw: flag, source: `--${option.flag}` };
  for (const name of option.env) {
    const value = inputs.env[name]?.trim();
    // Some hosts hand over the placeholder of a setting that was left blank.
    if (value !== undefined && value !== '' && !/^\$\{.*\}$/.test(value)) return { raw: value, source: name };
  }
  const inFile = inputs.file[option.flag];
  return inFile === undefined || inFile === null ? undefined : { raw: inFile, source: inputs.fileName };
}

function read(option: OptionSpec, raw: unknown, source: string): Sourced['value'] {
  if (option.kind === 'switch') return readSwitch(raw, source);
  if (option.kind === 'list') return readList(raw, source);
  if (typeof raw !== 'string' && typeof raw !== 'number') throw wrong(source, 'a text', option);
  const text = String(raw);
  const { choices } = option;
  if (choices === undefined || choices.includes(text)) return text;
  const [near] = closest(text, choices, 1);
  throw new UsageError(
    `${source} cannot be "${text}"`,
    `use ${choices.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`,
  );
}

const spellings: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  on: true,
  false: false,
  '0': false,
  no: false,
  off: false,
};

function readSwitch(raw: unknown, source: string): boolean {
  if (typeof raw === 'boolean') return raw;
  const value = typeof raw === 'string' ? spellings[raw.toLowerCase()] : undefined;
  if (value === undefined) throw new UsageError(`${source} is on or off`, `use true or false`);
  return value;
}

function readList(raw: unknown, source: string): readonly string[] {
  const parts = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(',') : undefined;
  if (parts === undefined || !parts.every((part) => typeof part === 'string')) {
    throw new UsageError(`${source} must be a list of names`, 'separate names with commas');
  }
  return parts.map((part: string) => part.trim()).filter((part) => part !== '');
}

function wrong(source: string, expected: string, { flag }: OptionSpec): UsageError {
  return new UsageError(`${source} must be ${expected}`, `see --help for --${flag}`);
}

function refuseUnknownKeys(options: readonly OptionSpec[], { file, fileName }: Inputs): void {
  const known = options.filter(({ env }) => env.length > 0).map(({ flag }) => flag);
  for (const key of Object.keys(file)) {
    if (known.includes(key)) continue;
    const [near] = closest(key, known, 1);
    throw new UsageError(
      `Unknown key "${key}" in ${fileName}`,
      near === undefined
        ? `the keys are ${known.join(', ')}; a credential is set with \`auth login\``
        : `did you mean "${near}"?`,
    );
  }
}
