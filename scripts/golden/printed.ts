/** A number as the file prints it: the digits after its point say how exactly it is meant. */
export class Printed {
  readonly value: number;
  readonly decimals: number;

  constructor(value: number, source: string) {
    this.value = value;
    const [mantissa = '', exponent = '0'] = source.toLowerCase().split('e');
    this.decimals = Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
  }
}

/** Parses JSON with every number as `Printed`. */
export function parsePrinted(text: string): unknown {
  return JSON.parse(text, function (this: unknown, _key: string, value: unknown, ...rest: unknown[]) {
    const source = (rest[0] as { source?: string } | undefined)?.source;
    return typeof value === 'number' && source !== undefined ? new Printed(value, source) : value;
  });
}

/** Sections whose second level is a name that says nothing about precision. */
const NAMED = new Set(['activities', 'synthetic_series']);

/** A path with names of activities and positions left out: values of one kind share it. */
export function kindOf(path: readonly string[]): string {
  return path
    .map((part, depth) => ((depth === 1 && NAMED.has(path[0] ?? '')) || /^\d/.test(part) ? '*' : part))
    .join('.');
}

/** The most digits that any value of a kind prints: JSON drops trailing zeros, so 250.0 and 249.5912 are equally exact. */
export function precisions(tree: unknown): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (node: unknown, path: readonly string[]) => {
    if (node instanceof Printed) {
      const kind = kindOf(path);
      found.set(kind, Math.max(found.get(kind) ?? 0, node.decimals));
    } else if (node !== null && typeof node === 'object')
      for (const [key, child] of Object.entries(node)) walk(child, [...path, key]);
  };
  walk(tree, []);
  return found;
}
