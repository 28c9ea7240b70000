import type { Translate } from '../../server/in-language.ts';
import { rangeOf, sparkline } from './sparkline.ts';
import type { Style } from './style.ts';
import { type Column, displayWidth, layOut, wrap } from './table.ts';

type Fields = Readonly<Record<string, unknown>>;

const longest = 100;
const shortList = 12;
const curveWidth = 50;

/**
 * A tool's structured answer for a person: tables as tables, fields in aligned lines, nothing left out without a word.
 * A table wider than `width` is broken into several below each other, each with the first column again.
 */
export function renderAnswer(
  answer: Fields,
  style: Style,
  width = Number.POSITIVE_INFINITY,
  say: Translate = (text) => text,
): string {
  return block(answer, { style, say, width }, '').join('\n');
}

interface Look {
  readonly style: Style;
  /** Our words around the answer, in the person's language. */
  readonly say: Translate;
  /** Columns of the terminal. */
  readonly width: number;
}

function block(fields: Fields, look: Look, indent: string): string[] {
  const { table, rest } = takeTable(fields);
  const simple: [string, unknown][] = [];
  const nested: [string, Fields | readonly unknown[]][] = [];
  for (const entry of Object.entries(rest)) {
    if (isNested(entry[1]) && !isBrief(entry[1])) nested.push(entry as [string, Fields]);
    else simple.push(entry);
  }
  const lines = table === undefined ? [] : renderTable(table.columns, table.rows, look, indent);
  if (lines.length > 0 && simple.length > 0) lines.push('');
  lines.push(...fieldLines(simple, look, indent));
  for (const [name, value] of nested) {
    if (lines.length > 0 && indent === '') lines.push('');
    lines.push(`${indent}${look.style.bold(name)}`, ...nestedLines(value, look, `${indent}  `));
  }
  return lines;
}

function takeTable(fields: Fields): { table?: { columns: string[]; rows: unknown[][] }; rest: Fields } {
  const { columns, rows, ...rest } = fields;
  if (!Array.isArray(columns) || !Array.isArray(rows) || !rows.every(Array.isArray)) return { rest: fields };
  return { table: { columns: columns.map(String), rows }, rest };
}

function nestedLines(value: Fields | readonly unknown[], look: Look, indent: string): string[] {
  if (!Array.isArray(value)) return block(value as Fields, look, indent);
  const rows = value as readonly Fields[];
  if (!rows.every((row) => Object.values(row).every((cell) => !isNested(cell)))) {
    return rows.flatMap((row, index) => [...(index > 0 ? [''] : []), ...block(row, look, indent)]);
  }
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (isRagged(rows, columns)) return rows.flatMap((row) => listed(row, indent));
  const cells = rows.map((row) => columns.map((column) => row[column]));
  return renderTable(columns, cells, look, indent);
}

/** Rows of different things: as a table most of it would be empty. */
function isRagged(rows: readonly Fields[], columns: readonly string[]): boolean {
  const filled = rows.reduce((sum, row) => sum + Object.keys(row).length, 0);
  return filled * 2 < rows.length * columns.length;
}

function listed(row: Fields, indent: string): string[] {
  const text = Object.entries(row)
    .map(([name, value]) => `${name} ${cell(value)}`)
    .join(', ');
  const [first = '', ...more] = wrap(text, longest - indent.length);
  return [`${indent}- ${first}`, ...more.map((line) => `${indent}  ${line}`)];
}

type Cells = readonly (readonly unknown[])[];

function renderTable(columns: readonly string[], rows: Cells, { style, say, width }: Look, indent: string): string[] {
  if (rows.length === 0) return [`${indent}${style.dim(say('no rows'))}`];
  const texts = rows.map((row) => columns.map((_column, index) => cell(row[index])));
  const layout: Column[] = columns.map((title, index) => ({
    title: style.dim(title),
    align: rows.every((row) => row[index] == null || typeof row[index] === 'number') ? 'right' : 'left',
    max: 48,
  }));
  return bands(layout, texts, width - indent.length).flatMap((band, nth) => {
    const text = layOut(
      band.map((index) => layout[index] ?? {}),
      texts.map((row) => band.map((index) => row[index] ?? '')),
    );
    return [...(nth > 0 ? [''] : []), ...text.split('\n').map((line) => `${indent}${line}`)];
  });
}

/** Columns of each table below each other: as many as fit, the first one again in each. */
function bands(layout: readonly Column[], texts: readonly (readonly string[])[], width: number): number[][] {
  const widths = layout.map(({ title = '', max = 0 }, index) =>
    Math.max(displayWidth(title), ...texts.map((row) => Math.min(max, displayWidth(row[index] ?? '')))),
  );
  const gap = 2;
  const key = widths[0] ?? 0;
  const found: number[][] = [];
  let used = 0;
  for (let index = 0; index < layout.length; index += 1) {
    const needed = gap + (widths[index] ?? 0);
    if (found.length === 0 || used + needed > width) {
      found.push(found.length === 0 ? [] : [0]);
      used = found.length === 1 ? -gap : key;
    }
    found.at(-1)?.push(index);
    used += needed;
  }
  return found;
}

function fieldLines(fields: readonly (readonly [string, unknown])[], { style, say }: Look, indent: string): string[] {
  const width = Math.max(0, ...fields.map(([name]) => name.length));
  return fields.flatMap(([name, value]) => {
    const [first = '', ...more] = valueLines(value, longest - width, say);
    const pad = ' '.repeat(width + 2);
    return [`${indent}${style.dim(name.padEnd(width))}  ${first}`, ...more.map((line) => `${indent}${pad}${line}`)];
  });
}

/** A value in as few lines as it needs: a series as a curve, sentences below each other, words and numbers in a row. */
function valueLines(value: unknown, width: number, say: Translate): string[] {
  // Text in lines of its own, such as a calendar file: as it is, so that it can be copied.
  if (typeof value === 'string' && /\n./s.test(value)) return value.trimEnd().split(/\r?\n/);
  if (!Array.isArray(value)) return wrap(cell(value), width);
  if (value.length > shortList && value.every((part) => part === null || typeof part === 'number'))
    return [curve(value, say)];
  if (value.some((part) => typeof part === 'string' && part.length > 30)) {
    return value.flatMap((part) => wrap(cell(part), width));
  }
  const shown = value.slice(0, shortList).map(cell).join(', ');
  const more = value.length - shortList;
  return wrap(more > 0 ? `${shown}, ${say(`… ${more} more (--json shows all)`)}` : shown || say('none'), width);
}

function curve(values: readonly (number | null)[], say: Translate): string {
  const range = rangeOf(values);
  const said = range === undefined ? say('nothing recorded') : say(`${range.low} to ${range.high}`);
  return `${sparkline(values, curveWidth)}  ${said}, ${say(`${values.length} values (--json shows them)`)}`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (isBrief(value))
    return Object.entries(value)
      .map(([name, part]) => `${name} ${cell(part)}`)
      .join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value).replaceAll(/\s*\n\s*/g, ' ');
}

function isNested(value: unknown): value is Fields | readonly Fields[] {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value)
    ? value.length > 0 && value.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
    : true;
}

/** An object of up to three plain values fits into one line: `id i1, name Ada`. */
function isBrief(value: unknown): value is Fields {
  if (!isNested(value) || Array.isArray(value)) return false;
  const parts = Object.values(value);
  return parts.length > 0 && parts.length <= 3 && parts.every((part) => typeof part !== 'object' || part === null);
}
