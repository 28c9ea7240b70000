import { endpoint, path } from '@core/mcp-kit/http';
import { type NoteBody, wireNewNote, wireNote, wireNoteComments, wireNotes } from './wire.ts';

interface OfAthlete {
  readonly athlete: string;
}
interface OfNote extends OfAthlete {
  readonly note: string;
}

export const listNotes = endpoint<OfAthlete & { oldest: string; newest: string }>()({
  method: 'GET',
  path: ({ athlete, oldest, newest }) => path`fitness/v2/athletes/${athlete}/calendarNote/${oldest}/${newest}`,
  response: wireNotes,
  cacheSeconds: 60,
});

/** Never from the cache: what is put back whole would undo what somebody changed meanwhile. */
export const getNote = endpoint<OfNote>()({
  method: 'GET',
  path: ({ athlete, note }) => path`fitness/v1/athletes/${athlete}/calendarNote/${note}`,
  response: wireNote,
});

export const createNote = endpoint<OfAthlete & { body: NoteBody }>()({
  method: 'POST',
  path: ({ athlete }) => path`fitness/v1/athletes/${athlete}/calendarNote`,
  body: ({ body }) => body,
  response: wireNewNote,
});

/** Replaces the whole note. */
export const updateNote = endpoint<OfNote & { body: NoteBody }>()({
  method: 'PUT',
  path: ({ athlete, note }) => path`fitness/v1/athletes/${athlete}/calendarNote/${note}`,
  body: ({ body }) => body,
  response: 'none',
});

export const deleteNote = endpoint<OfNote>()({
  method: 'DELETE',
  path: ({ athlete, note }) => path`fitness/v1/athletes/${athlete}/calendarNote/${note}`,
  response: 'none',
});

export const listComments = endpoint<OfNote>()({
  method: 'GET',
  path: ({ athlete, note }) => path`fitness/v1/athletes/${athlete}/calendarNote/${note}/comments`,
  response: wireNoteComments,
});

/** Adds a comment, or with the id of one changes it. The names are written as they were captured. */
export const saveComment = endpoint<OfNote & { text: string; comment?: string | undefined }>()({
  method: 'PUT',
  path: ({ athlete, note }) => path`fitness/v1/athletes/${athlete}/calendarNote/${note}/comment`,
  body: ({ text, comment }) => ({
    Comment: text,
    ...(comment !== undefined && { CalendarNoteCommentStreamId: Number(comment) }),
  }),
  response: 'none',
});

export const noteEndpoints = {
  list: listNotes,
  get: getNote,
  create: createNote,
  update: updateNote,
  remove: deleteNote,
  comments: listComments,
  saveComment,
};
