import { stripVTControlCharacters } from 'node:util';

export interface Column {
  readonly title?: string;
  readonly align?: 'left' | 'right';
  /** Widest it may get; longer cells are cut with `…`. The last column of a table is never cut. */
  readonly max?: number;
}

/** Lays cells out in aligned columns, two blanks apart, without blanks at the ends of lines. */
export function layOut(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titled = columns.some(({ title }) => title !== undefined);
  const lines = titled ? [columns.map(({ title = '' }) => title), ...rows] : rows;
  const cells = lines.map((line) =>
    columns.map(({ max }, index) => cut(line[index] ?? '', index === columns.length - 1 ? undefined : max)),
  );
  const widths = columns.map((_column, index) => Math.max(0, ...cells.map((line) => displayWidth(line[index] ?? ''))));
  return cells
    .map((line) =>
      line
        .map((cell, index) => {
          const blanks = ' '.repeat((widths[index] ?? 0) - displayWidth(cell));
          return columns[index]?.align === 'right' ? blanks + cell : cell + blanks;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A word, or a character of a script that writes without blanks; marks stay with what they open or close. */
const words =
  /(\s*)([（“《]*(?:\p{Script=Han}|[^\s\p{Script=Han}，。；：、）”》！？（“《]+)[，。；：、）”》！？]*|\S)/gu;

/** Text broken into lines of at most `width`, at blanks, and between wide characters, which stand without blanks. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [, blank = '', word = ''] of text.matchAll(words)) {
    const gap = blank === '' ? '' : ' ';
    if (line !== '' && displayWidth(line) + gap.length + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : line + gap + word;
  }
  return [...lines, line];
}

const wide =
  /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

/** Columns that a text takes in a terminal: colours none, wide characters two. */
export function displayWidth(text: string): number {
  const plain = stripVTControlCharacters(text);
  if (/^[\x20-\x7e]*$/.test(plain)) return plain.length;
  return [...new Intl.Segmenter().segment(plain)].reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);
}

function cut(text: string, max: number | undefined): string {
  if (max === undefined || displayWidth(text) <= max) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(stripVTControlCharacters(text))) {
    if (displayWidth(short) + displayWidth(segment) > max - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}
