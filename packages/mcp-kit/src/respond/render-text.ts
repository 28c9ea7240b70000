import type { FieldChange } from '../confirm/change.ts';

/**
 * The structured answer as compact text that is complete on its own: one line a scalar, tables with columns named once,
 * nested objects on one line. `skip` names fields that the caller has already written.
 */
export function renderText(answer: Readonly<Record<string, unknown>>, skip: readonly string[] = []): string {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(answer)) {
    if (skip.includes(key) || value === undefined || key === 'rows') continue;
    if (key === 'columns' && Array.isArray(answer.rows))
      lines.push(...tableLines(value as string[], answer.rows as unknown[][]));
    else lines.push(...fieldLines(key, value));
  }
  return lines.join('\n');
}

function fieldLines(key: string, value: unknown): string[] {
  if (isTable(value)) return [`${key}:`, ...tableLines(value.columns, value.rows)];
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null)) {
    return [`${key}:`, ...value.map((item) => `- ${isChange(item) ? changeText(item) : inline(item)}`)];
  }
  if (isSentences(value)) return [`${key}: ${value.join(' ')}`];
  return [`${key}: ${inline(value)}`];
}

/** One field of a change on a line: `date: 2026-10-15 → 2026-10-16`. */
export function changeText({ field, before, after }: FieldChange): string {
  return `${field}: ${side(before)} → ${side(after)}`;
}

function side(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isChange(value: unknown): value is FieldChange {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'field,before,after';
}

/** Notes: whole sentences stand on their own, without commas between them. */
function isSentences(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && /[.!?]$/.test(item))
  );
}

function isTable(value: unknown): value is { columns: string[]; rows: unknown[][] } {
  return typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value;
}

function tableLines(columns: readonly string[], rows: readonly unknown[][]): string[] {
  if (rows.length === 0) return ['(no rows)'];
  return [columns.join('|'), ...rows.map((row) => row.map(cellText).join('|'))];
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return String(cell).replaceAll('|', '/').replaceAll('\n', ' ');
}

function inline(value: unknown): string {
  if (value === null) return 'none recorded';
  if (typeof value === 'object' && Object.keys(value).length === 0) return 'none';
  if (Array.isArray(value)) return value.map(listItem).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value as object)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${key} ${nested(member)}`)
      .join(', ');
  }
  return String(value);
}

function listItem(item: unknown): string {
  return item === null ? '' : typeof item === 'object' ? `(${inline(item)})` : String(item);
}

function nested(member: unknown): string {
  const simple = typeof member !== 'object' || member === null || Object.keys(member).length === 0;
  return simple ? inline(member) : `(${inline(member)})`;
}
