/** A table of an answer as objects. */
export function objects(answer: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const columns = answer.columns as string[];
  return (answer.rows as unknown[][]).map((row) => Object.fromEntries(row.map((cell, i) => [columns[i]!, cell])));
}
