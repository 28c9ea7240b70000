/** Where in a workout something is: `steps[2].steps[0]`. */
export type Path = string;

export function child(parent: Path, index: number): Path {
  return parent === '' ? `steps[${index}]` : `${parent}.steps[${index}]`;
}
