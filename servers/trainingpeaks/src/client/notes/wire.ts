import * as z from '@core/mcp-kit/schema';
import { day, flag, id, integer, list, optionalId, rows, text, type Whole, whole } from '../blocks.ts';

/** A note of the calendar. */
const note = z.object({
  id,
  athleteId: optionalId,
  title: text,
  description: text,
  noteDate: day,
  modifiedDate: text,
  isHidden: flag,
  ownerId: optionalId,
  commentCount: integer,
  attachments: list(z.object({ fileName: text })),
});

export const wireNote = whole(note);

export type WireNote = z.output<typeof wireNote>;

/** A note as it is written: whole. */
export type NoteBody = Whole;

export const wireNotes = rows(wireNote);

/** The new id, under either of its names. */
export const wireNewNote = z.object({ calendarNoteId: optionalId, id: optionalId });

export const wireNoteComment = z.object({
  calendarNoteCommentStreamId: optionalId,
  comment: text,
  commenterPersonId: optionalId,
  createdDateTimeUtc: text,
  firstName: text,
  lastName: text,
});

export type WireNoteComment = z.output<typeof wireNoteComment>;

export const wireNoteComments = rows(wireNoteComment);
