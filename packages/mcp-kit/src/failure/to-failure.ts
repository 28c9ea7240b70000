import { Failure, isFailure } from './failure.ts';

/**
 * Whatever was thrown, as a {@link Failure}. What nobody threw on purpose becomes `internal` with a reference that the
 * log carries too; its own text never reaches the model.
 */
export function toFailure(error: unknown, reference: string): Failure {
  if (isFailure(error)) return error;
  return new Failure('internal', `Something went wrong in this server (reference ${reference})`, {
    next: 'try once more; if it fails again, tell the user the reference, which is in the server log',
    cause: error,
  });
}
