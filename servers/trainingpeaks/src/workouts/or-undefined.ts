import { isFailure } from '@core/mcp-kit';

/** The outcome of a read that may fail without failing the call: after a write, which is done whatever can be read. */
export async function orUndefined<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isFailure(error)) return undefined;
    throw error;
  }
}
