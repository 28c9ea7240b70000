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

/** Collects losses while a compiler walks a workout. */
export class Losses {
  readonly list: Loss[] = [];

  add(path: Path, field: Loss['field'], effect: Loss['effect'], message: string): void {
    this.list.push({ path, field, effect, message });
  }
}
