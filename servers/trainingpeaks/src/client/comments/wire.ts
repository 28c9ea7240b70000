import * as z from '@core/mcp-kit/schema';
import { flag, id, optionalId, rows, text } from '../blocks.ts';

/** A line of the thread under a workout. */
export const wireComment = z.object({
  id,
  comment: text,
  dateCreated: text,
  commenterPersonId: optionalId,
  firstName: text,
  lastName: text,
  commenterName: text,
  isCoach: flag,
});

/** The whole thread, as an added comment is answered. */
export const wireComments = rows(wireComment);

export type WireComment = z.infer<typeof wireComment>;
