import { type Cell, Failure } from '@core/mcp-kit';
import type { WireCustomItem } from '../client/wire/custom-item.ts';
import { type Field, text, type Values, whole } from './fields/field.ts';

/** The kinds of custom items; those that end in FIELD have a code under which their value appears. */
export const customItemTypes = [
  'INPUT_FIELD',
  'ACTIVITY_FIELD',
  'INTERVAL_FIELD',
  'ACTIVITY_STREAM',
  'FITNESS_CHART',
  'FITNESS_TABLE',
  'TRACE_CHART',
  'ACTIVITY_CHART',
  'ACTIVITY_HISTOGRAM',
  'ACTIVITY_HEATMAP',
  'ACTIVITY_MAP',
  'ACTIVITY_PANEL',
  'ZONES',
] as const;

export const customItemFields: readonly Field[] = [
  text('name', 'name'),
  text('text', 'description'),
  text('visibility', 'visibility', { choices: ['PRIVATE', 'FOLLOWERS', 'PUBLIC'] }),
  whole('place', 'index', { range: [0, 1000] }),
];

export const customItemColumns = ['id', 'type', 'name', 'code', 'visibility', 'place', 'text'];

/** A custom item in one line. */
export function customItemRow(item: WireCustomItem): Record<string, Cell> {
  return {
    id: item.id,
    type: item.type,
    name: item.name,
    code: codeOf(item),
    visibility: item.visibility?.toLowerCase() ?? null,
    place: item.index,
    text: item.description === '' ? null : (item.description?.slice(0, 160) ?? null),
  };
}

/** The key under which the values of a field appear on days, activities or intervals. */
export function codeOf({ content }: WireCustomItem): string | null {
  return typeof content?.code === 'string' ? content.code : null;
}

const isField = (type: string | null) => type?.endsWith('_FIELD') === true;

/**
 * Holds the content of a field against its rules. The content of other kinds holds scripts and layouts, which is passed as
 * it is.
 *
 * @throws Failure `bad_input`
 */
export function requireContent(type: string | null, content: Values | undefined): void {
  if (!isField(type) || content === undefined) return;
  const { code, type: kind } = content;
  if (code !== undefined && !/^[A-Z][A-Za-z0-9]+$/.test(String(code))) {
    throw new Failure('bad_input', 'content.code must begin with a capital and hold letters and digits only', {
      next: 'send {"code": "HydrationDrink", "type": "numeric"}',
    });
  }
  if (kind !== undefined && !['numeric', 'text', 'select'].includes(String(kind))) {
    throw new Failure('bad_input', 'content.type must be numeric, text or select', {
      next: 'send {"code": "HydrationDrink", "type": "numeric"}',
    });
  }
}
