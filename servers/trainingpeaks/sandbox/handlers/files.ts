import type { Route } from '@core/sandbox';
import { type Ctx, workoutOf } from '../access.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { detailData } from '../files/detail-data.ts';
import { fileInfo, filesOf, guid, seededAttachments } from '../files/device-files.ts';
import { openUpload, takenIn } from '../files/take-in.ts';
import { workoutFit } from '../files/workout-fit.ts';
import { idOf, objectBody, type Row } from '../shape/body.ts';
import { badRequest, missing } from '../shape/refusal.ts';
import type { Attachment, StoredWorkout } from '../workouts/stored.ts';
import { afterWrite } from '../workouts/write.ts';
import type { World } from '../world.ts';

const WORKOUT = '/fitness/v6/athletes/{aid}/workouts/{wid}';

export const fileRoutes: readonly Route<World>[] = [
  { method: 'GET', path: `${WORKOUT}/details`, handler: (_, ctx) => Response.json(details(ctx)) },
  { method: 'GET', path: `${WORKOUT}/detaildata`, handler: (_, ctx) => Response.json(recorded(ctx)) },
  { method: 'POST', path: `${WORKOUT}/filedata`, handler: (_, ctx) => Response.json(upload(ctx)) },
  { method: 'GET', path: `${WORKOUT}/rawfiledata/{fileId}`, handler: (_, ctx) => download(ctx) },
  { method: 'DELETE', path: `${WORKOUT}/filedata/{fileId}`, handler: (_, ctx) => removeFile(ctx) },
  { method: 'GET', path: `${WORKOUT}/attachments/{fileId}/raw`, handler: (_, ctx) => attachment(ctx) },
  { method: 'GET', path: `${WORKOUT}/fordevice/fit`, handler: (_, ctx) => forDevice(ctx) },
];

function attachmentsOf(record: AthleteRecord, workout: StoredWorkout): Attachment[] {
  return [...seededAttachments(record, workout), ...workout.attachments];
}

function details(ctx: Ctx): Row {
  const { record, workout } = workoutOf(ctx);
  const list = (rows: Row[]) => (rows.length === 0 ? null : rows);
  return {
    workoutId: workout.id,
    workoutDeviceFileInfos: list(filesOf(record, workout).map(fileInfo)),
    attachmentFileInfos: list(attachmentsOf(record, workout).map(fileInfo)),
  };
}

function recorded(ctx: Ctx): Row {
  const { record, workout } = workoutOf(ctx);
  const recording = record.workouts.recording(workout);
  if (!recording) throw badRequest('No detail data for this workout.');
  return detailData(record, record.workouts.row(workout), recording, ctx.state.quirks.samplesAsObjects);
}

/** The values of the file are on the workout at once, or some reads later. Its id is told by `details` only. */
function upload(ctx: Ctx): Row {
  const { record, workout } = workoutOf(ctx);
  const body = objectBody(ctx);
  const { bytes, read } = openUpload(body.data, body.fileName);
  const number = ctx.state.nextId('file');
  filesOf(record, workout).push({
    fileId: number % 2 === 0 ? number : -number,
    fileSystemId: guid('upload', number),
    fileName: String(body.fileName),
    dateUploaded: record.now(),
    recording: read.recording,
    bytes: () => bytes,
  });
  const row = record.workouts.row(workout);
  const take = () => {
    workout.upload = read.recording;
    const next = { ...record.workouts.row(workout), ...takenIn(record, row, read) };
    afterWrite(record, next, row);
    workout.row = next;
  };
  const reads = ctx.state.quirks.importPending;
  if (reads === 0) take();
  else workout.importing = { reads, take };
  return { workoutId: workout.id };
}

function binary(bytes: Uint8Array, fileName: string, contentType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType, 'content-disposition': `attachment; filename="${fileName}"` },
  });
}

function download(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  const id = idOf(ctx.params.fileId);
  const file = filesOf(record, workout).find(({ fileId }) => fileId === id);
  if (!file) throw missing();
  return binary(file.bytes(), file.fileName, 'application/octet-stream');
}

function removeFile(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  const files = filesOf(record, workout);
  const at = files.findIndex(({ fileId }) => fileId === idOf(ctx.params.fileId));
  if (at === -1) throw missing();
  files.splice(at, 1);
  workout.upload = files.findLast(({ recording }) => recording !== undefined)?.recording;
  workout.samplesDeleted = files.length === 0;
  return new Response(null, { status: 200 });
}

function attachment(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  const id = idOf(ctx.params.fileId);
  const file = attachmentsOf(record, workout).find(({ fileId }) => fileId === id);
  if (!file) throw missing();
  return binary(file.bytes, file.fileName, file.contentType);
}

/** The plan for a head unit; nothing for a workout without steps. */
function forDevice(ctx: Ctx): Response {
  const { record, workout } = workoutOf(ctx);
  const row = record.workouts.row(workout);
  if (row.structure === null) throw missing();
  const bytes = workoutFit(row, `${workout.day}T00:00:00Z`);
  return binary(bytes, `${workout.id}.fit`, 'application/octet-stream');
}
