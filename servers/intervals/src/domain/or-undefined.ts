import { isFailure } from '@core/mcp-kit';

/** What a request yields, or `undefined` where the service has nothing of it: every other failure stays one. */
export async function orUndefined<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isFailure(error) && error.kind === 'not_found') return undefined;
    throw error;
  }
}
