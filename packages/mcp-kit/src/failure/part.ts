import { type Failure, type FailureKind, isFailure } from './failure.ts';

/** Something that may have failed, and why. */
export type Part<T> =
  | { readonly value: T; readonly failure?: undefined }
  | { readonly value?: undefined; readonly failure: Failure };

/** Failures of one request, which say nothing about the others: it has nothing, was retired, or is down. */
const ofOneRequest: ReadonlySet<FailureKind> = new Set([
  'not_found',
  'bad_input',
  'contract',
  'upstream',
  'timeout',
  'network',
  'forbidden',
  'blocked',
]);

/** What became of a request. Only a {@link Failure} is an outcome; anything else is a defect, and thrown. */
export async function outcomeOf<T>(request: Promise<T>): Promise<Part<T>> {
  try {
    return { value: await request };
  } catch (error) {
    if (isFailure(error)) return { failure: error };
    throw error;
  }
}

/**
 * A part of an answer that may be missing without failing the rest.
 *
 * @throws Failure that concerns the whole call whichever part met it: login, pace, a write of unknown outcome.
 */
export async function partOf<T>(request: Promise<T>): Promise<Part<T>> {
  const part = await outcomeOf(request);
  if (part.failure !== undefined && !ofOneRequest.has(part.failure.kind)) throw part.failure;
  return part;
}
