import type * as z from 'zod';
import { Failure } from '../failure/failure.ts';
import { closest } from '../selection/closest.ts';
import type { JsonSchema } from './advertise.ts';
import type { PreparedTool } from './prepare.ts';

/**
 * Turns what a client sent into what the tool takes. Common slips are put right (a number as text, `"null"`, a datetime
 * where a day is meant, enum case, one value for a list, JSON as text, camelCase names); everything else is refused with
 * the argument's name and a call that works.
 *
 * @throws Failure `bad_input`.
 */
export function parseArguments<Port>(prepared: PreparedTool<Port>, sent: unknown): Record<string, unknown> {
  const properties = acceptedBy(prepared);
  const repaired: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(asObject(prepared, sent))) {
    const known = knownName(name, properties);
    if (known === undefined) throw unknownArgument(prepared, name);
    const coerced = coerce(value, properties[known]!);
    if (coerced !== undefined) repaired[known] = coerced;
  }
  const parsed = prepared.input.safeParse(repaired);
  if (!parsed.success) throw refusal(prepared, parsed.error.issues, repaired);
  return parsed.data;
}

/** What is listed, and a dry run of a tool that does not list it because it previews itself anyway. */
function acceptedBy({ advertisedInput, input }: PreparedTool<never>): Readonly<Record<string, JsonSchema>> {
  const listed = advertisedInput.properties as Readonly<Record<string, JsonSchema>>;
  return 'dry_run' in input.shape ? { dry_run: { type: 'boolean' }, ...listed } : listed;
}

function asObject(prepared: PreparedTool<never>, sent: unknown): Record<string, unknown> {
  if (sent === undefined || sent === null) return {};
  if (typeof sent === 'object' && !Array.isArray(sent)) return sent as Record<string, unknown>;
  throw new Failure('bad_input', `${prepared.tool.name} takes an object of named arguments`, {
    next: workingCall(prepared),
  });
}

function knownName(name: string, properties: Readonly<Record<string, JsonSchema>>): string | undefined {
  if (name in properties) return name;
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
  return snake in properties ? snake : undefined;
}

function unknownArgument(prepared: PreparedTool<never>, name: string): Failure {
  const names = Object.keys(prepared.advertisedInput.properties as object);
  const near = closest(name, names, 1)[0];
  const meant = near === undefined ? '' : ` (did you mean "${near}"?)`;
  return new Failure(
    'bad_input',
    `Unknown argument "${printable(name)}"${meant}; ${prepared.tool.name} takes: ${names.join(', ') || 'no arguments'}`,
    {
      next: workingCall(prepared),
    },
  );
}

/** Puts a slip right where there is only one thing it can mean; otherwise gives the value back as it came. */
function coerce(value: unknown, schema: JsonSchema): unknown {
  if (value === null || value === 'null' || value === 'undefined') return undefined;
  if (schema.type === 'array' && !Array.isArray(value)) return coerceList(value, schema);
  if (schema.type === 'array')
    return (value as unknown[]).map((item) => coerce(item, schema.items as JsonSchema) ?? item);
  if (typeof value === 'string') return coerceText(value, schema);
  if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'bigint')) return String(value);
  return value;
}

function coerceList(value: unknown, schema: JsonSchema): unknown {
  const parsed = typeof value === 'string' && value.trimStart().startsWith('[') ? jsonOr(value) : value;
  if (Array.isArray(parsed)) return parsed.map((item) => coerce(item, schema.items as JsonSchema) ?? item);
  const items =
    typeof value === 'string' && (schema.items as JsonSchema).type !== 'object' ? value.split(',') : [parsed];
  return items.map((item) => coerce(typeof item === 'string' ? item.trim() : item, schema.items as JsonSchema) ?? item);
}

function coerceText(value: string, schema: JsonSchema): unknown {
  const text = value.trim();
  if ((schema.type === 'number' || schema.type === 'integer') && text !== '' && Number.isFinite(Number(text)))
    return Number(text);
  if (schema.type === 'boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (schema.type === 'object' && text.startsWith('{')) return jsonOr(text);
  if (schema.format === 'date' && /^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return text.slice(0, 10);
  if (Array.isArray(schema.enum)) {
    return schema.enum.find((member) => String(member).toLowerCase() === text.toLowerCase()) ?? value;
  }
  return value;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function refusal(
  prepared: PreparedTool<never>,
  issues: readonly z.core.$ZodIssue[],
  sent: Record<string, unknown>,
): Failure {
  const lines = issues.slice(0, 3).map((issue) => describeIssue(issue, sent));
  const rest = issues.length > 3 ? ` (and ${issues.length - 3} more)` : '';
  return new Failure('bad_input', lines.join('; ') + rest, { next: workingCall(prepared) });
}

function describeIssue(issue: z.core.$ZodIssue, sent: Record<string, unknown>): string {
  const where = issue.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
  const value = issue.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    sent,
  );
  if (issue.code === 'invalid_type' && value === undefined) return `"${where}" is required`;
  const got = typeof value === 'object' || value === undefined ? '' : `, got ${printable(JSON.stringify(value))}`;
  return where === '' ? issue.message : `"${where}": ${issue.message}${got}`;
}

/** The tool's first example as a call: it is run against the sandbox in tests, so it is known to work. */
function workingCall({ tool }: PreparedTool<never>): string {
  return `correct the argument and call again; a call that works: ${tool.name} ${JSON.stringify(tool.examples[0])}`;
}

function printable(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
