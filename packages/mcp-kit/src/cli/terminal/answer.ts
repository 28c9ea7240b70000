import type { Style } from './style.ts';
import { type Column, layOut, wrap } from './table.ts';

type Fields = Readonly<Record<string, unknown>>;

const longest = 100;

/** A tool's structured answer for a person: tables as tables, fields in aligned lines, nothing left out without a word. */
export function renderAnswer(answer: Fields, style: Style): string {
  return block(answer, style, '').join('\n');
}

function block(fields: Fields, style: Style, indent: string): string[] {
  const { table, rest } = takeTable(fields);
  const simple: [string, unknown][] = [];
  const nested: [string, Fields | readonly unknown[]][] = [];
  for (const entry of Object.entries(rest)) {
    if (isNested(entry[1])) nested.push(entry as [string, Fields]);
    else simple.push(entry);
  }
  const lines = table === undefined ? [] : indented(renderTable(table.columns, table.rows, style), indent);
  if (lines.length > 0 && simple.length > 0) lines.push('');
  lines.push(...fieldLines(simple, style, indent));
  for (const [name, value] of nested) {
    if (lines.length > 0 && indent === '') lines.push('');
    lines.push(`${indent}${style.bold(name)}`, ...nestedLines(value, style, `${indent}  `));
  }
  return lines;
}

function takeTable(fields: Fields): { table?: { columns: string[]; rows: unknown[][] }; rest: Fields } {
  const { columns, rows, ...rest } = fields;
  if (!Array.isArray(columns) || !Array.isArray(rows) || !rows.every(Array.isArray)) return { rest: fields };
  return { table: { columns: columns.map(String), rows }, rest };
}

function nestedLines(value: Fields | readonly unknown[], style: Style, indent: string): string[] {
  if (!Array.isArray(value)) return block(value as Fields, style, indent);
  const rows = value as readonly Fields[];
  if (!rows.every((row) => Object.values(row).every((cell) => !isNested(cell)))) {
    return rows.flatMap((row, index) => [...(index > 0 ? [''] : []), ...block(row, style, indent)]);
  }
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return indented(
    renderTable(
      columns,
      rows.map((row) => columns.map((column) => row[column])),
      style,
    ),
    indent,
  );
}

function renderTable(columns: readonly string[], rows: readonly (readonly unknown[])[], style: Style): string {
  if (rows.length === 0) return style.dim('no rows');
  const layout: Column[] = columns.map((title, index) => ({
    title: style.dim(title),
    align: rows.every((row) => row[index] == null || typeof row[index] === 'number') ? 'right' : 'left',
    max: 48,
  }));
  return layOut(
    layout,
    rows.map((row) => columns.map((_column, index) => cell(row[index]))),
  );
}

function fieldLines(fields: readonly (readonly [string, unknown])[], style: Style, indent: string): string[] {
  const width = Math.max(0, ...fields.map(([name]) => name.length));
  return fields.flatMap(([name, value]) => {
    const [first = '', ...more] = wrap(listed(value), longest - width);
    const pad = ' '.repeat(width + 2);
    return [`${indent}${style.dim(name.padEnd(width))}  ${first}`, ...more.map((line) => `${indent}${pad}${line}`)];
  });
}

/** A list of numbers or words in one line; a long one says how many more there are. */
function listed(value: unknown): string {
  if (!Array.isArray(value)) return cell(value);
  const shown = value.slice(0, 12).map(cell).join(', ');
  return value.length > 12 ? `${shown}, … ${value.length - 12} more (--json shows all)` : shown || 'none';
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).replaceAll(/\s*\n\s*/g, ' ');
}

function isNested(value: unknown): value is Fields | readonly Fields[] {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value)
    ? value.length > 0 && value.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
    : true;
}

function indented(text: string, indent: string): string[] {
  return text.split('\n').map((line) => `${indent}${line}`);
}
