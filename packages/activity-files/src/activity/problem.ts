/**
 * What is wrong with a file.
 *
 * FIT: `empty`, `not_fit`, `header_crc`, `file_crc`, `no_crc`, `data_size` (the header never got its size), `truncated`,
 * `no_definition`, `trailing` (bytes after the last file). XML: `malformed`, `depth`, `not_tracks`. Any: `limit` (the
 * file asks for more than the reader gives), `archive` (an archive without a file).
 */
export type ProblemKind =
  | 'empty'
  | 'not_fit'
  | 'header_crc'
  | 'file_crc'
  | 'no_crc'
  | 'data_size'
  | 'truncated'
  | 'no_definition'
  | 'trailing'
  | 'malformed'
  | 'depth'
  | 'not_tracks'
  | 'limit'
  | 'archive';

/** One problem, with the byte where it was noticed. Everything readable before and around it is returned. */
export interface Problem {
  readonly kind: ProblemKind;
  /** Byte offset in the unpacked file. */
  readonly offset: number;
  readonly detail: string;
}

/** A file that strict mode refuses, or input that no reader accepts. */
export class ActivityFileError extends Error {
  readonly kind: ProblemKind;
  readonly offset: number;

  constructor(problem: Problem) {
    super(`${problem.detail} (${problem.kind} at byte ${problem.offset})`);
    this.name = 'ActivityFileError';
    this.kind = problem.kind;
    this.offset = problem.offset;
  }
}

const mostProblems = 100;

/** Collects problems; in strict mode the first one throws. A damaged file reports at most 100, then one `limit`. */
export class Problems {
  readonly #list: Problem[] = [];
  readonly #strict: boolean;
  #checks: (() => void)[] = [];

  constructor(strict: boolean) {
    this.#strict = strict;
  }

  add(kind: ProblemKind, offset: number, detail: string): void {
    const problem = { kind, offset, detail };
    if (this.#strict) throw new ActivityFileError(problem);
    if (this.#list.length < mostProblems) this.#list.push(problem);
    else if (this.#list.length === mostProblems)
      this.#list.push({ kind: 'limit', offset, detail: `more than ${mostProblems} problems; the rest is not listed` });
  }

  /** A check that changes nothing of what is read: made when somebody asks for the problems, at once in strict mode. */
  whenAsked(check: () => void): void {
    if (this.#strict) check();
    else this.#checks.push(check);
  }

  /** Every problem, in the order of the file. */
  get list(): readonly Problem[] {
    const checks = this.#checks;
    this.#checks = [];
    for (const check of checks) check();
    if (checks.length > 0) this.#list.sort((a, b) => a.offset - b.offset);
    return this.#list;
  }
}
