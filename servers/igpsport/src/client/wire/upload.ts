import * as z from '@core/mcp-kit/schema';

/** Where a file may be put, and under which name the service will find it. */
export const wireUploadPlace = z.object({ ossId: z.string(), signedUrl: z.string() });
