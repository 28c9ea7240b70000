import type { Resource } from '@core/mcp-kit';
import type { IntervalsPort } from '../client/index.ts';

const text = `# Custom items of Intervals.icu

Fields that an athlete adds: INPUT_FIELD (to a day), ACTIVITY_FIELD, INTERVAL_FIELD. Their content is

{"code": "HydrationDrink", "type": "numeric" | "text" | "select", "aggregate": "MIN" | "SUM" | "MAX" | "AVERAGE"}

code must match [A-Z][A-Za-z0-9]+ and becomes the key under which the value appears.

Other kinds hold the configuration of a chart, table, map, panel, stream or zone set, which only the page on Intervals.icu
can edit safely: FITNESS_CHART, FITNESS_TABLE, TRACE_CHART, ACTIVITY_STREAM, ACTIVITY_CHART, ACTIVITY_HISTOGRAM,
ACTIVITY_HEATMAP, ACTIVITY_MAP, ACTIVITY_PANEL, ZONES.

Visibility: PRIVATE, FOLLOWERS, PUBLIC.
`;

export const customItemSchemas: Resource<IntervalsPort> = {
  uri: 'intervals-icu://custom-item-schemas',
  name: 'custom-item-schemas',
  title: 'Custom items',
  description: 'What the content of each kind of custom item holds.',
  mimeType: 'text/markdown',
  read: async () => text,
};
