/** Every way a call can fail, as the model reads it. */
export const failureKinds = [
  'bad_input',
  'not_found',
  'ambiguous',
  'auth',
  'forbidden',
  'rate_limited',
  'conflict',
  'timeout',
  'network',
  'ambiguous_write',
  'upstream',
  'contract',
  'declined',
  'blocked',
  'internal',
] as const;

export type FailureKind = (typeof failureKinds)[number];

export interface FailureDetails {
  /** One action that helps, as an imperative sentence: which tool, argument or command. */
  readonly next: string;
  /** Seconds to wait before the same call can succeed. */
  readonly retryAfterSeconds?: number;
  /** What really happened, for stderr only: never shown to the model. */
  readonly cause?: unknown;
}

/**
 * The one way to fail on purpose. `message` holds our words and values we validated, never an upstream body, a URL or
 * an exception's text: those belong in `cause`, which is logged through the redactor.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly next: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: FailureKind, message: string, { next, retryAfterSeconds, cause }: FailureDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.kind = kind;
    this.next = next;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** What the model reads: `kind: message Next: one action`. */
  toText(): string {
    return `${this.kind}: ${sentence(this.message)} Next: ${sentence(this.next)}`;
  }
}

/** Whether `error` is a {@link Failure}, also when it comes from another copy of this package. */
export function isFailure(error: unknown): error is Failure {
  return (
    error instanceof Error &&
    error.name === 'Failure' &&
    failureKinds.includes((error as Partial<Failure>).kind as never)
  );
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
