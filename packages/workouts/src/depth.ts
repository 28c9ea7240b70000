import { LIMITS } from './limits.ts';
import { child, type Path } from './path.ts';

/**
 * The first repeat that nests too deep in anything that claims to be a workout; undefined where none does. Walks without
 * recursion: it runs before the schema, whose own recursion a file of thousands of levels would overflow.
 */
export function tooDeep(value: unknown): Path | undefined {
  const open: { readonly steps: readonly unknown[]; readonly path: Path; readonly depth: number }[] = [];
  const root = stepsOf(value);
  if (root !== undefined) open.push({ steps: root, path: '', depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [index, item] of next.steps.entries()) {
      const steps = stepsOf(item);
      if (steps === undefined) continue;
      const path = child(next.path, index);
      if (next.depth >= LIMITS.depth) return path;
      open.push({ steps, path, depth: next.depth + 1 });
    }
  }
  return undefined;
}

function stepsOf(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null || !('steps' in value)) return undefined;
  return Array.isArray(value.steps) ? value.steps : undefined;
}
