import type { Capability } from '@core/mcp-kit/catalogue';
import { activityCapabilities } from './activities.ts';
import { calendarCapabilities } from './calendar.ts';
import { sections } from './sections.ts';

const all = [...activityCapabilities, ...calendarCapabilities];

/** Every row of what the existing servers can do, table by table. */
export const capabilities: readonly Capability[] = Object.values(sections).flatMap((section) =>
  all.filter((row) => row.section === section),
);
