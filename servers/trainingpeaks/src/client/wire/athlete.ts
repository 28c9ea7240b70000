import { wire } from '@core/mcp-kit/http';
import type * as z from '@core/mcp-kit/schema';

export const wireAthlete = wire.object({ id: wire.id, name: wire.text, timezone: wire.text });

export type WireAthlete = z.output<typeof wireAthlete>;
