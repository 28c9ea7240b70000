import * as z from '@core/mcp-kit/schema';
import { id, list, optionalId, texts } from './blocks.ts';

/** Activities of an upload: several of a multisport file or a zip. */
export const wireUpload = z.object({
  icu_athlete_id: optionalId,
  id: optionalId,
  activities: list(z.object({ id })),
});

/** Types of the streams that were overwritten, and of those that were taken away. */
export const wireStreamsUpdate = z.object({ updated: texts, deleted: texts });
