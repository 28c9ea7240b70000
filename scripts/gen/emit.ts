import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

/** Writes generated files, or only tells which are stale. */
export interface Emitter {
  readonly file: (path: string, content: string) => void;
  readonly remove: (path: string) => void;
  /** Paths that were written, removed, or found stale. */
  readonly changed: readonly string[];
}

/** @param check compare only; nothing is written */
export function createEmitter(root: string, check: boolean): Emitter {
  const changed: string[] = [];
  return {
    changed,
    file(path, content) {
      if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
      changed.push(relative(root, path));
      if (check) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    },
    remove(path) {
      changed.push(relative(root, path));
      if (!check) rmSync(path);
    },
  };
}
