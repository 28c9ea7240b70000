/** The rows of a `{ columns, rows }` table as objects. */
export function objects(table: unknown): Record<string, unknown>[] {
  const { columns, rows } = table as { readonly columns: readonly string[]; readonly rows: readonly unknown[][] };
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}
