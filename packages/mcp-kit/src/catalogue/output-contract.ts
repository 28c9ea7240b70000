import type { JsonSchema } from '../tool/advertise.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * What callers may rely on in each tool's answer: one line a required field, `path: type`. A line that goes or changes
 * is a breaking release; a new line is not.
 */
export function outputContract({ tools }: Catalogue): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(tools.map(({ name, outputSchema }) => [name, requiredFields(outputSchema, '').sort()]));
}

function requiredFields(schema: JsonSchema, prefix: string): string[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema.required ?? []) as readonly string[];
  return required.flatMap((name) => {
    const field = properties[name] ?? {};
    const path = `${prefix}${name}`;
    return [`${path}: ${typeOf(field)}`, ...requiredFields(field, `${path}.`)];
  });
}

function typeOf(schema: JsonSchema): string {
  if (typeof schema.type === 'string') return schema.type;
  const members = (schema.anyOf ?? schema.type) as readonly (JsonSchema | string)[] | undefined;
  if (members === undefined) return 'any';
  return members.map((member) => (typeof member === 'string' ? member : typeOf(member))).join('|');
}
