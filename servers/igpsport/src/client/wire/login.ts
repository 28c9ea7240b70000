import { wire } from '@core/mcp-kit/http';
import * as z from '@core/mcp-kit/schema';

export const wireLogin = z.object({
  access_token: z.string(),
  /** Seconds; seven days as a rule. */
  expires_in: wire.number,
});

export type WireLogin = z.infer<typeof wireLogin>;

/** The sealed session key of the signing handshake, base64. */
export const wireSessionKey = z.object({ secret_key: z.string(), accessKey: wire.text });
