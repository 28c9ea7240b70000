import { stripVTControlCharacters } from 'node:util';

export interface Column {
  readonly title?: string;
  readonly align?: 'left' | 'right';
  /** Longer cells go on in lines of their own. The last column takes what it needs. */
  readonly max?: number;
}

/** Lays cells out in aligned columns, two blanks apart, without blanks at the ends of lines. */
export function layOut(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titled = columns.some(({ title }) => title !== undefined);
  const all = titled ? [columns.map(({ title = '' }) => title), ...rows] : rows;
  const cells = all.map((row) =>
    columns.map(({ max }, index) =>
      index === columns.length - 1 || max === undefined ? [row[index] ?? ''] : wrap(row[index] ?? '', max),
    ),
  );
  const widths = columns.map((_column, index) =>
    Math.max(0, ...cells.flatMap((row) => (row[index] ?? []).map(displayWidth))),
  );
  return cells
    .flatMap((row) => {
      const height = Math.max(1, ...row.map(({ length }) => length));
      return Array.from({ length: height }, (_, line) =>
        row
          .map((cell, index) => aligned(cell[line] ?? '', widths[index] ?? 0, columns[index]?.align))
          .join('  ')
          .trimEnd(),
      );
    })
    .join('\n');
}

function aligned(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(width - displayWidth(text));
  return align === 'right' ? blanks + text : text + blanks;
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
