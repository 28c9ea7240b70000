import { wire } from '@core/mcp-kit/http';
import type * as z from '@core/mcp-kit/schema';

const wireActivity = wire.object({ id: wire.id, day: wire.day, name: wire.text, distance: wire.number });

export const wireActivities = wire.list(wireActivity);

export type WireActivity = z.output<typeof wireActivity>;
