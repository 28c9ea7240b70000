/** Where in a workout something is: `steps[2].steps[0]`. */
export type Path = string;

/** The path of the n-th step (from 0) of a workout or of a repeat. */
export function child(parent: Path, index: number): Path {
  return parent === '' ? `steps[${index}]` : `${parent}.steps[${index}]`;
}

/** The keys of a path as schema issues want them: `['steps', 2, 'steps', 0]`. */
export function keysOf(path: Path): (string | number)[] {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
