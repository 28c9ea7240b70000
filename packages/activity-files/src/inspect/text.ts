/** Text from a file, without what could move a cursor or forge a line. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').trim();
}

/** Seconds as 1:02:03 or 2:03. */
export function duration(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
  return seconds < 0 && whole > 0 ? `-${text}` : text;
}

/** Metres as `640 m` or `31.22 km`. */
export function distance(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(2)} km`;
}

/** Words of a snake_case name. */
export function words(name: string): string {
  return name.replaceAll('_', ' ');
}

const bars = '▁▂▃▄▅▆▇█';

/**
 * A line of bars: the mean of each stretch of time, scaled between the smallest and largest of them. A blank is a stretch
 * without data.
 */
export function sparkline(time: Float64Array, column: Float64Array, width: number): string {
  const span = time.at(-1) ?? 0;
  const sums = new Float64Array(width);
  const counts = new Float64Array(width);
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (Number.isNaN(value)) continue;
    const cell = span === 0 ? 0 : Math.min(width - 1, Math.floor(((time[i] as number) / span) * width));
    sums[cell] = (sums[cell] as number) + value;
    counts[cell] = (counts[cell] as number) + 1;
  }
  const means = Array.from(sums, (sum, i) => (counts[i] === 0 ? Number.NaN : sum / (counts[i] as number)));
  const known = means.filter((mean) => !Number.isNaN(mean));
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  return means
    .map((mean) => {
      if (Number.isNaN(mean)) return ' ';
      return bars[range === 0 ? 3 : Math.min(7, Math.floor(((mean - low) / range) * 8))];
    })
    .join('');
}

/** Rows of cells as aligned lines: text to the left, numbers to the right; empty columns disappear. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const shown = header.map((_, i) => rows.some((row) => (row[i] ?? '') !== ''));
  const widths = header.map((title, i) =>
    Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map((cell) => [...cell].length)),
  );
  const numeric = header.map((_, i) => rows.every((row) => /^[-+\d]|^$/.test(row[i] ?? '')));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] as number) - [...cell].length);
        return numeric[i] ? gap + cell : cell + gap;
      })
      .filter((_, i) => shown[i])
      .join('  ')
      .trimEnd();
  return [line(header), ...rows.map(line)];
}
