import type { Path } from './path.ts';

/**
 * One thing that a target format could not take as it is. `dropped`: it is gone. `approximated`: something near it was
 * written. `unrolled`: the same training in another shape. `changed`: text that had to be rewritten.
 */
export interface Loss {
  readonly path: Path;
  readonly field: 'workout' | 'length' | 'target' | 'cadence' | 'kind' | 'name' | 'note' | 'repeat' | 'description';
  readonly effect: 'dropped' | 'approximated' | 'unrolled' | 'changed';
  /** One sentence for a person: what was asked, what was written instead. */
  readonly message: string;
}

/** Collects losses while a compiler walks a workout. What an unrolled repeat loses each time is said once. */
export class Losses {
  readonly list: Loss[] = [];
  readonly #said = new Set<string>();

  add(path: Path, field: Loss['field'], effect: Loss['effect'], message: string): void {
    const key = `${path}\n${field}\n${message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.list.push({ path, field, effect, message });
  }

  /** What a tried way of writing has lost, once that way is taken. */
  take(other: Losses): void {
    for (const { path, field, effect, message } of other.list) this.add(path, field, effect, message);
  }

  /** A repeat that the format cannot hold as one, and so loses its name too. */
  unrolled(path: Path, { times, name }: { readonly times: number; readonly name?: string }, why: string): void {
    const message = times === 1 ? 'a repeat of one is written as its steps' : `${why}: written out ${times} times`;
    this.add(path, 'repeat', 'unrolled', message);
    if (name !== undefined) this.add(path, 'name', 'dropped', `the name of the repeat, "${name}", is left out`);
  }
}
