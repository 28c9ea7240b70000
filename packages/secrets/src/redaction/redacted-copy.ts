import { SECRET_MARKER, Secret } from '../secret.ts';

interface CopyRules {
  text: (text: string) => string;
  drops: (key: string) => boolean;
  onDropped: (path: string) => void;
}

const DEEPEST = 200;

/** A redacted copy of anything that can be logged or answered. Dates, numbers and shapes stay; cycles and binary data become notes. */
export function redactedCopy(value: unknown, rules: CopyRules): unknown {
  return copy(value, rules, '', new Set());
}

function copy(value: unknown, rules: CopyRules, path: string, above: Set<object>): unknown {
  if (typeof value === 'string') return rules.text(value);
  if (typeof value === 'number' || typeof value === 'bigint')
    return rules.text(String(value)) === String(value) ? value : SECRET_MARKER;
  if (typeof value === 'function') return '[function]';
  if (typeof value === 'symbol') return rules.text(String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Secret) return SECRET_MARKER;
  if (value instanceof Date) return value;
  if (above.has(value)) return '[circular]';
  if (above.size >= DEEPEST) return '[too deep]';
  above.add(value);
  const result = copyObject(value, rules, path, above);
  above.delete(value);
  return result;
}

function copyObject(value: object, rules: CopyRules, path: string, above: Set<object>): unknown {
  const inner = (child: unknown, key: string) => copy(child, rules, path === '' ? key : `${path}.${key}`, above);
  if (Array.isArray(value)) return value.map((item, index) => inner(item, String(index)));
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[binary, ${value.byteLength} bytes]`;
  if (value instanceof URL) return rules.text(value.href);
  if (value instanceof Set) return new Set([...value].map((item, index) => inner(item, String(index))));
  if (value instanceof Map) return new Map(entries([...value], rules, path, inner));
  if (value instanceof Error) return Object.fromEntries(entries(errorEntries(value), rules, path, inner));
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return inner(
      attempt(() => JSON.parse(JSON.stringify(value))),
      'toJSON',
    );
  if (isHeaders(value)) return Object.fromEntries(entries([...value], rules, path, inner));
  const own = Object.keys(value).map((key): [string, unknown] => [
    key,
    attempt(() => (value as Record<string, unknown>)[key]),
  ]);
  return Object.fromEntries(entries(own, rules, path, inner));
}

function entries(
  list: readonly (readonly [unknown, unknown])[],
  rules: CopyRules,
  path: string,
  inner: (child: unknown, key: string) => unknown,
): [string, unknown][] {
  const kept: [string, unknown][] = [];
  for (const [rawKey, child] of list) {
    const key = rules.text(String(rawKey));
    if (rules.drops(String(rawKey))) rules.onDropped(path === '' ? key : `${path}.${key}`);
    else kept.push([key, inner(child, key)]);
  }
  return kept;
}

/** `message`, `stack` and `cause` are not enumerable, but they are what a log of an error is about. */
function errorEntries(error: Error): [string, unknown][] {
  const named: [string, unknown][] = [
    ['name', error.name],
    ['message', error.message],
    ['stack', error.stack],
  ];
  if (error.cause !== undefined) named.push(['cause', error.cause]);
  if (error instanceof AggregateError) named.push(['errors', error.errors]);
  const extra = Object.keys(error).filter((key) => !named.some(([name]) => name === key));
  return [
    ...named,
    ...extra.map((key): [string, unknown] => [key, attempt(() => (error as unknown as Record<string, unknown>)[key])]),
  ];
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return '[unreadable]';
  }
}

/** By its tag: naming the class would load the whole of fetch with the first line that is logged. */
function isHeaders(value: object): value is Headers {
  return Object.prototype.toString.call(value) === '[object Headers]';
}
