import { type Failure, isFailure } from '@core/mcp-kit';

/** A part of an answer that may be missing, and why. */
export type Part<T> = { readonly value: T; readonly failure?: undefined } | { readonly failure: Failure };

/** Failures of one endpoint, which say nothing about the others: it has nothing, was retired, or is down. */
const ofOneEndpoint = new Set(['not_found', 'bad_input', 'contract', 'upstream', 'timeout', 'network', 'forbidden']);

/** A part of an answer; a failure that concerns the whole call (login, pace) is thrown as always. */
export async function partOf<T>(request: Promise<T>): Promise<Part<T>> {
  try {
    return { value: await request };
  } catch (error) {
    if (isFailure(error) && ofOneEndpoint.has(error.kind)) return { failure: error };
    throw error;
  }
}
