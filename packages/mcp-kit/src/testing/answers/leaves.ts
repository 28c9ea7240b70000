/** One value of an answer and the names above it; for a cell of a table the last name is its column. */
export interface Leaf {
  /** Property names from the root: `['activities', 'distance_km']`. Places in lists are left out. */
  readonly names: readonly string[];
  readonly value: string | number | boolean | null;
  /** Where it stands, to be shown: `activities.rows[3].distance_km`. */
  readonly path: string;
  /** The object that it stands in; for a cell its row, by column. */
  readonly holder: Readonly<Record<string, unknown>>;
}

/** Every value of an answer, in the order in which it is sent. */
export function leavesOf(answer: Readonly<Record<string, unknown>>): Leaf[] {
  return [...walk(answer, [], '', answer)];
}

/** Every name that an answer uses, columns of empty tables too. */
export function namesIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(namesIn);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'columns' && Array.isArray(value) ? value.map(String) : [name, ...namesIn(value)],
  );
}

type Holder = Leaf['holder'];

function* walk(value: unknown, names: readonly string[], path: string, holder: Holder): Generator<Leaf> {
  if (value === undefined) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, names, `${path}[${index}]`, holder);
  } else if (isTable(value)) {
    yield* cells(value, names, path);
    const { columns: _columns, rows: _rows, ...rest } = value;
    yield* walk(rest, names, path, value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      yield* walk(member, [...names, name], path === '' ? name : `${path}.${name}`, value as Holder);
    }
  } else {
    yield { names, value: value as Leaf['value'], path, holder };
  }
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly [name: string]: unknown;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value;
}

function* cells(table: Table, names: readonly string[], path: string): Generator<Leaf> {
  for (const [index, cells] of table.rows.entries()) {
    const row = Object.fromEntries(table.columns.map((column, at) => [column, cells[at] ?? null]));
    for (const [column, cell] of Object.entries(row)) {
      yield* walk(cell, [...names, column], `${path === '' ? '' : `${path}.`}rows[${index}].${column}`, row);
    }
  }
}
