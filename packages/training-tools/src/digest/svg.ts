/** Text as HTML and SVG take it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A drawing that scales with its box; `says` is what it shows, for who cannot see it. */
export function svg(width: number, height: number, says: string, content: readonly string[]): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(says)}">${content.join('')}</svg>`;
}

/** A number of a drawing: a tenth of a pixel is enough. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Places a value of a range within a length; what lies outside is put at its edge. */
export function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  return (value) => from + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (to - from);
}

const STEPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8];

/** The next round number at or above a value, whose half is round as well. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
}
