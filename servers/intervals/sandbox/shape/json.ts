/** Shortest decimal that reads back as the same 32-bit float, the way the service prints its numbers. */
export function float32(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  const single = Math.fround(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return Number(single.toPrecision(9));
}

/** JSON with single-precision numbers. NaN and infinities become null. */
export function stringify(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'number' ? float32(inner) : inner));
}

export function json(value: unknown, status = 200): Response {
  return new Response(stringify(value), { status, headers: { 'content-type': 'application/json' } });
}

export function empty(status = 200): Response {
  return new Response(null, { status });
}

/** A row that has every key: null where nothing is known. */
export function allKeys(keys: readonly string[], row: Record<string, unknown>): Record<string, unknown> {
  const full: Record<string, unknown> = {};
  for (const key of keys) full[key] = row[key] ?? null;
  for (const [key, value] of Object.entries(row)) if (!(key in full)) full[key] = value ?? null;
  return full;
}

/** Only the named keys, nulls dropped: what the service does with `fields=`. */
export function onlyFields(row: Record<string, unknown>, fields: string | null): Record<string, unknown> {
  if (fields === null || fields === '') return row;
  const wanted = new Set(fields.split(',').map((field) => field.trim()));
  return Object.fromEntries(Object.entries(row).filter(([key, value]) => wanted.has(key) && value !== null));
}

/** Rows as CSV, columns from the first row. */
export function csv(rows: readonly Record<string, unknown>[], columns?: readonly string[]): Response {
  const names = columns ?? Object.keys(rows[0] ?? {});
  const lines = [names.join(','), ...rows.map((row) => names.map((name) => csvCell(row[name])).join(','))];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/csv;charset=UTF-8' } });
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text =
    typeof value === 'number' ? String(float32(value)) : typeof value === 'object' ? stringify(value) : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
