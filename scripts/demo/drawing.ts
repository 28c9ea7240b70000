/** Drawing for a terminal: plain text, colour only when it is one. */

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Style = keyof typeof codes;

/** Paints text when `colour` is on. */
export function painter(colour: boolean): (text: string, ...styles: Style[]) => string {
  if (!colour) return (text) => text;
  return (text, ...styles) => styles.reduce((painted, style) => `\u001b[${codes[style]}m${painted}\u001b[0m`, text);
}

type Cell = string | number | null | undefined;

/** Rows under headings: numbers to the right, text to the left, nothing as a middle dot. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => headings.map((_, column) => cellText(row[column])));
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...texts.map((row) => width(row[column]!))),
  );
  const isNumeric = headings.map((_, column) => rows.every((row) => typeof row[column] !== 'string'));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        isNumeric[column] ? pad(cell, widths[column]!, 'left') : pad(cell, widths[column]!, 'right'),
      )
      .join('  ')
      .trimEnd();
  return [line(headings), widths.map((each) => '─'.repeat(each)).join('  '), ...texts.map(line)].join('\n');
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '·';
  return typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: 1 }) : cell;
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, to: number, side: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return side === 'left' ? space + text : text + space;
}

export interface Line {
  readonly name: string;
  readonly mark: string;
  readonly values: readonly (number | null)[];
}

/**
 * Lines over one axis as a chart of `height` rows and at most `columns` points, with the scale on the left. A cell that
 * two lines share shows the later one.
 */
export function lineChart(lines: readonly Line[], { height = 12, columns = 64 } = {}): string {
  const sampled = lines.map((line) => ({ ...line, values: resampled(line.values, columns) }));
  const known = sampled.flatMap(({ values }) => values.filter((value) => value !== null));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const rowOf = (value: number) => Math.round(((value - low) / (high - low || 1)) * (height - 1));
  const grid = Array.from({ length: height }, () => new Array<string>(sampled[0]?.values.length ?? 0).fill(' '));
  for (const { values, mark } of sampled) {
    for (const [column, value] of values.entries()) if (value !== null) grid[rowOf(value)]![column] = mark;
  }
  const labels = grid.map((_, row) => (row % 3 === 0 ? (low + ((high - low) * row) / (height - 1)).toFixed(0) : ''));
  const margin = Math.max(...labels.map(width));
  return grid
    .map((row, index) => `${pad(labels[index]!, margin, 'left')} │${row.join('')}`.trimEnd())
    .reverse()
    .join('\n');
}

function resampled(values: readonly (number | null)[], columns: number): (number | null)[] {
  if (values.length <= columns) return [...values];
  return Array.from(
    { length: columns },
    (_, column) => values[Math.round((column * (values.length - 1)) / (columns - 1))] ?? null,
  );
}

const blocks = '▁▂▃▄▅▆▇█';

/** A row of blocks as tall as the values; a space where there is none. */
export function sparkline(values: readonly (number | null)[], columns = 60): string {
  const sampled = resampled(values, columns);
  const high = Math.max(1e-9, ...sampled.filter((value) => value !== null));
  return sampled
    .map((value) => (value === null ? ' ' : blocks[Math.min(7, Math.max(0, Math.round((value / high) * 7)))]))
    .join('');
}

/** A horizontal bar of `value` out of `of`. */
export function bar(value: number, of: number, columns = 24): string {
  return '█'.repeat(Math.max(0, Math.round((value / of) * columns)));
}
