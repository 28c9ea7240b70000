import * as z from '@core/mcp-kit/schema';
import { id, list, optionalId, text } from '../blocks.ts';

/** A recording of a device, or a document, at a workout. Ids may be negative. */
export const wireFile = z.object({
  fileId: id,
  fileSystemId: optionalId,
  fileName: text,
  dateUploaded: text,
  contentType: text,
});

/** Files of a workout; `null` lists are empty. */
export const wireDetails = z.object({
  workoutDeviceFileInfos: list(wireFile),
  attachmentFileInfos: list(wireFile),
});

/** The service names the workout and not the file: `details` says afterwards which file came. */
export const wireUpload = z.object({ workoutId: optionalId });

export type WireFile = z.infer<typeof wireFile>;
export type WireDetails = z.infer<typeof wireDetails>;
