/** One number of an answer against what the simulator knows. */
export interface Check {
  readonly what: string;
  readonly got: number | string | null | undefined;
  readonly truth: number | string | null | undefined;
  readonly ok: boolean;
}

/** Collects checks; the demo fails when one does. */
export interface Checks {
  readonly all: readonly Check[];
  /** `within` is the largest allowed difference of two numbers; default 0. */
  readonly compare: (what: string, got: Check['got'], truth: Check['truth'], within?: number) => void;
}

export function createChecks(): Checks {
  const all: Check[] = [];
  return {
    all,
    compare(what, got, truth, within = 0) {
      const ok = typeof got === 'number' && typeof truth === 'number' ? Math.abs(got - truth) <= within : got === truth;
      all.push({ what, got, truth, ok });
    },
  };
}
