import type { Route } from '@core/sandbox';
import { athleteOf, type Ctx } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { blankNote } from '../calendar/notes.ts';
import { field, idOf, objectBody, type Row, textField, textOrNull, wallClock, windowOf } from '../shape/body.ts';
import { badRequest, missing } from '../shape/refusal.ts';
import type { World } from '../world.ts';

const NOTE = '/fitness/v1/athletes/{aid}/calendarNote';

export const noteRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/fitness/v2/athletes/{aid}/calendarNote/{s}/{e}', handler: (_, ctx) => list(ctx) },
  { method: 'GET', path: `${NOTE}/{s}/{e}`, handler: (_, ctx) => list(ctx) },
  { method: 'POST', path: NOTE, handler: (_, ctx) => Response.json(create(ctx)) },
  { method: 'GET', path: `${NOTE}/{id}`, handler: (_, ctx) => Response.json(noteOf(ctx).note) },
  { method: 'PUT', path: `${NOTE}/{id}`, handler: (_, ctx) => Response.json(replace(ctx)) },
  { method: 'DELETE', path: `${NOTE}/{id}`, handler: (_, ctx) => remove(ctx) },
  { method: 'GET', path: `${NOTE}/{id}/comments`, handler: (_, ctx) => Response.json(noteOf(ctx).thread) },
  { method: 'PUT', path: `${NOTE}/{id}/comment`, handler: (_, ctx) => Response.json(comment(ctx)) },
];

function noteOf(ctx: Ctx): { record: AthleteRecord; note: Row; thread: Row[] } {
  const record = athleteOf(ctx);
  const id = idOf(ctx.params.id);
  const note = record.notes.find(id);
  if (!note) throw missing();
  const thread = record.notes.comments(id);
  return { record, note: { ...note, commentCount: thread.length }, thread };
}

function list(ctx: Ctx): Response {
  const record = athleteOf(ctx);
  const { from, to } = windowOf(ctx);
  const inside = record.notes.list().filter(({ noteDate }) => {
    const day = String(noteDate).slice(0, 10);
    return day >= from && day <= to;
  });
  return Response.json(
    inside.map((note) => ({ ...note, commentCount: record.notes.comments(Number(note.id)).length })),
  );
}

/** Title, text, day and whether it is hidden; the rest is the service's. */
function values(record: AthleteRecord, body: Row): Row {
  if (body.athleteId !== record.id) {
    throw badRequest('AthleteId of request url and AthleteId in body of request do not match');
  }
  const noteDate = wallClock(body.noteDate);
  if (noteDate === null || typeof body.title !== 'string') throw badRequest('The request is invalid.');
  return {
    title: body.title,
    description: textOrNull(body.description),
    noteDate: `${noteDate.slice(0, 10)}T00:00:00`,
    isHidden: body.isHidden === true,
    modifiedDate: record.now(),
  };
}

function create(ctx: Ctx): Row {
  const record = athleteOf(ctx);
  const written = values(record, objectBody(ctx));
  const note = { ...blankNote(record, ctx.state.me.id), ...written, id: ctx.state.nextId('note') };
  record.notes.put(note);
  if (!ctx.state.quirks.otherIdNames) return note;
  const { id: calendarNoteId, ...rest } = note;
  return { calendarNoteId, ...rest };
}

function replace(ctx: Ctx): Row {
  const { record, note } = noteOf(ctx);
  const next = { ...note, ...values(record, objectBody(ctx)) };
  record.notes.put(next);
  return next;
}

function remove(ctx: Ctx): Response {
  if (!athleteOf(ctx).notes.remove(idOf(ctx.params.id))) throw missing();
  return new Response(null, { status: 200 });
}

/** Adds a comment, or with the id of one changes it. */
function comment(ctx: Ctx): Row {
  const { record, note, thread } = noteOf(ctx);
  const body = objectBody(ctx);
  const text = textField(body, 'Comment');
  const stamp = ctx.now().toISOString().slice(0, 19);
  const known = thread.find((each) => each.calendarNoteCommentStreamId === field(body, 'CalendarNoteCommentStreamId'));
  if (known) return Object.assign(known, { comment: text, updatedDateTimeUtc: stamp });
  const { me } = ctx.state;
  const [firstName = '', ...rest] = me.name.split(' ');
  const added: Row = {
    calendarNoteId: note.id,
    calendarNoteCommentStreamId: ctx.state.nextId('noteComment'),
    comment: text,
    commenterPersonId: me.id,
    createdDateTimeUtc: stamp,
    updatedDateTimeUtc: stamp,
    firstName,
    lastName: rest.join(' '),
    commenterPhotoUrl: null,
  };
  record.notes.comments(Number(note.id)).push(added);
  return added;
}
