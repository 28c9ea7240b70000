import type { Cell, FieldChange } from '@core/mcp-kit';
import { type NoteBody, type WireNote, type WireNoteComment, wireNote } from '../../client/notes/wire.ts';
import { recorded } from '../recorded.ts';

export const noteColumns = ['note_id', 'date', 'title', 'hidden', 'comments', 'attachments', 'excerpt'] as const;

const EXCERPT = 120;

const orNull = (text: string | null) => (text === null || text === '' ? null : text);

/** A note in a line; long text is cut, tp_get_note has it whole. */
export function noteRow(note: WireNote): Record<string, Cell> {
  const text = orNull(note.description);
  return {
    note_id: note.id,
    date: note.noteDate,
    title: note.title,
    hidden: note.isHidden === true ? true : null,
    comments: note.commentCount === 0 ? null : note.commentCount,
    attachments: note.attachments.length > 0 ? note.attachments.length : null,
    excerpt: text === null || text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`,
  };
}

/** A note with its text. */
export function shownNote(note: WireNote): Record<string, unknown> {
  const { excerpt: _excerpt, ...row } = noteRow(note);
  const files = note.attachments.flatMap(({ fileName }) => fileName ?? []);
  return recorded({ ...row, attachments: files.length > 0 ? files : null, description: orNull(note.description) });
}

/** What a caller may set. */
export interface NoteEdit {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly date?: string | undefined;
  readonly is_hidden?: boolean | undefined;
}

/** The wire's keys for what is given. */
export function notePatch({ title, description, date, is_hidden }: NoteEdit): NoteBody {
  const patch = {
    title,
    description,
    noteDate: date === undefined ? undefined : `${date}T00:00:00`,
    isHidden: is_hidden,
  };
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** How a note will read once it is stored. */
export const noteOf = (body: NoteBody): WireNote => wireNote.parse(body);

/** What of a note differs, before and after. */
export function noteDiff(before: WireNote | undefined, after: WireNote): FieldChange[] {
  const fields = ({ noteDate, title, description, isHidden }: WireNote): Record<string, Cell> => ({
    date: noteDate,
    title,
    description: orNull(description),
    hidden: isHidden === true ? true : null,
  });
  const old = before === undefined ? {} : fields(before);
  return Object.entries(fields(after))
    .map(([field, value]) => ({ field, before: old[field] ?? null, after: value }))
    .filter((change) => change.before !== change.after);
}

/** A line of the thread under a note. */
export function commentRow(comment: WireNoteComment): Record<string, Cell> {
  const name = [comment.firstName, comment.lastName].filter((part) => orNull(part) !== null).join(' ');
  return {
    comment_id: comment.calendarNoteCommentStreamId,
    at_utc: comment.createdDateTimeUtc?.replace(/(?<!Z)$/, 'Z') ?? null,
    from: name === '' ? comment.commenterPersonId : name,
    comment: comment.comment,
  };
}

export const commentColumns = ['comment_id', 'at_utc', 'from', 'comment'] as const;
