import * as z from 'zod';

/** A JSON Schema document, as listed to a client. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The input schema as a model sees it: nothing it does not need. Regexes beside a `format`, `$schema`, lengths of text,
 * lower bounds that go without saying, safe-integer bounds and the closedness of nested objects go; validation stays strict in {@link parseArguments}.
 */
export function advertiseInput(schema: z.ZodObject): JsonSchema {
  return slim(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), { open: false, depth: Infinity });
}

/**
 * The output schema as published: open at every depth, so that a host that pinned it survives new fields, and without
 * what lies deeper than two levels, which no client checks and every client pays for.
 */
export function advertiseOutput(schema: z.ZodObject): JsonSchema {
  return slim(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), { open: true, depth: 3 });
}

interface SlimOptions {
  readonly open: boolean;
  readonly depth: number;
  readonly nested?: boolean;
}

const annotations = ['$schema', 'id', 'propertyNames', 'minLength', 'maxLength'];

function slim(node: unknown, options: SlimOptions): JsonSchema {
  if (typeof node !== 'object' || node === null) return {};
  const schema = node as Record<string, unknown>;
  if (options.depth <= 0) return typeof schema.type === 'string' ? { type: schema.type } : {};
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!isKept(key, value, schema, options)) continue;
    result[key] = slimMember(key, value, options);
  }
  return result;
}

function isKept(
  key: string,
  value: unknown,
  schema: Record<string, unknown>,
  { open, nested = false }: SlimOptions,
): boolean {
  if (annotations.includes(key)) return false;
  // `{}` allows anything, which is what leaving it out means.
  if (key === 'additionalProperties' && nested && (value === false || isEmpty(value))) return false;
  if (key === 'pattern') return schema.format === undefined;
  if (key === 'minimum') return !open && (value as number) > 1;
  if (key === 'maximum') return !open && (value as number) < Number.MAX_SAFE_INTEGER;
  if (open) return !['additionalProperties', 'description', 'default'].includes(key);
  return true;
}

const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function slimMember(key: string, value: unknown, options: SlimOptions): unknown {
  const deeper = { ...options, depth: options.depth - 1, nested: true };
  if (key === 'properties' || key === '$defs') {
    const entries = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(entries.map(([name, member]) => [name, slim(member, deeper)]));
  }
  if (key === 'items') return slim(value, deeper);
  if (key === 'anyOf' || key === 'oneOf' || key === 'allOf')
    return (value as unknown[]).map((member) => slim(member, deeper));
  return value;
}
