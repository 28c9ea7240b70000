/**
 * The value at a path: `form.delivered.ctl`, `rows[0].id`, `rows[date=2026-10-20].load`. Rows of a table are read by the
 * names of its columns, so that a column may move.
 *
 * @throws when a step of the path is not there; `null` at its end is a value.
 */
export function valueAt(answer: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = withNamedRows(answer);
  for (const step of path.split(/\.|(?=\[)/)) {
    const next = step.startsWith('[') ? picked(value, step.slice(1, -1)) : named(value, step);
    if (next === undefined) throw new Error(`${path}: no ${step} in ${JSON.stringify(value)?.slice(0, 600)}`);
    value = next;
  }
  return value;
}

/** Arguments with every `$n.path` replaced by what the answer of call n has there. */
export function filledIn(args: unknown, answers: readonly Readonly<Record<string, unknown>>[]): unknown {
  if (Array.isArray(args)) return args.map((each) => filledIn(each, answers));
  if (typeof args === 'object' && args !== null) {
    return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, filledIn(value, answers)]));
  }
  const reference = typeof args === 'string' ? /^\$(\d+)\.(.+)$/.exec(args) : null;
  return reference === null ? args : valueAt(answers[Number(reference[1]) - 1] ?? {}, reference[2] ?? '');
}

function withNamedRows(answer: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { columns, rows } = answer;
  if (!Array.isArray(columns) || !Array.isArray(rows)) return answer;
  return {
    ...answer,
    rows: rows.map((row: unknown[]) => Object.fromEntries(row.map((cell, i) => [String(columns[i]), cell]))),
  };
}

function named(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** `[2]`, or `[name=text]` for the first member that has it. */
function picked(value: unknown, which: string): unknown {
  if (!Array.isArray(value)) return undefined;
  const [name = '', wanted] = which.split('=');
  if (wanted === undefined) return value[Number(which)];
  return value.find((member) => String(named(member, name)) === wanted);
}
