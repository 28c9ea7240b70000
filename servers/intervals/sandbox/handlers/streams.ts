import type { Route } from '@core/sandbox';
import { type Ctx, recordingOf } from '../access.ts';
import { factsOf } from '../activities/facts.ts';
import { askedTypes, isStreamType, type Stream, streamRow, streamsOf } from '../activities/streams.ts';
import { json } from '../shape/json.ts';
import { arrayBody, unprocessable } from '../shape/refusal.ts';
import { uploadedFile } from '../wellness-import.ts';
import type { World } from '../world.ts';

export const streamRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/activity/{id}/streams{ext?}', handler: (_, ctx) => read(ctx) },
  { method: 'PUT', path: '/activity/{id}/streams', handler: (_, ctx) => write(ctx) },
  { method: 'PUT', path: '/activity/{id}/streams.csv', handler: (request, ctx) => writeCsv(request, ctx) },
];

function read(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx);
  const streams = streamsOf(activity, recording, factsOf(record, activity), askedTypes(ctx.query.get('types')));
  if (ctx.params.ext === '.csv') return streamsCsv(streams);
  // Numbers are single precision already: the plain encoder is much faster on a long ride.
  return new Response(JSON.stringify(streams.map(streamRow)), { headers: { 'content-type': 'application/json' } });
}

function streamsCsv(streams: readonly Stream[]): Response {
  const columns = streams.flatMap((stream) =>
    stream.data2
      ? [
          { name: 'lat', data: stream.data },
          { name: 'lng', data: stream.data2 },
        ]
      : [{ name: stream.type, data: stream.data }],
  );
  const lines = [columns.map((column) => column.name).join(',')];
  for (let i = 0; i < (columns[0]?.data.length ?? 0); i++)
    lines.push(columns.map((column) => column.data[i] ?? '').join(','));
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/csv;charset=UTF-8' } });
}

function write(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx, 'write');
  const updated: string[] = [];
  const deleted: string[] = [];
  for (const body of arrayBody(ctx.text())) {
    const type = String(body.type ?? '');
    if (!isStreamType(type) && !/^[A-Z]/.test(type)) throw unprocessable('Invalid stream type');
    if (type === 'time') continue;
    const data = Array.isArray(body.data) ? (body.data as (number | null)[]) : null;
    if (data === null) {
      if (activity.streams.delete(type)) deleted.push(type);
      continue;
    }
    if (data.length !== recording.length)
      throw unprocessable(`Stream [${type}] has ${data.length} points, expected ${recording.length}`);
    activity.streams.set(type, { data, data2: Array.isArray(body.data2) ? (body.data2 as number[]) : null });
    updated.push(type);
  }
  record.activities.touch(activity);
  return json({ updated, deleted });
}

async function writeCsv(request: Request, ctx: Ctx): Promise<Response> {
  const { record, activity, recording } = recordingOf(ctx, 'write');
  const { bytes } = await uploadedFile(request, ctx);
  const [header, ...lines] = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = (header ?? '').split(',').map((name) => name.trim());
  const rows = lines.map((line) => line.split(','));
  if (rows.length !== recording.length)
    throw unprocessable(`CSV has ${rows.length} rows, expected ${recording.length}`);
  const updated: string[] = [];
  names.forEach((type, column) => {
    if (type === 'time' || type === 'lat' || type === 'lng') return;
    if (!isStreamType(type) && !/^[A-Z]/.test(type)) throw unprocessable('Invalid stream type');
    const data = rows.map((row) => ((row[column] ?? '') === '' ? null : Number(row[column])));
    activity.streams.set(type, { data, data2: null });
    updated.push(type);
  });
  record.activities.touch(activity);
  return json({ updated, deleted: [] });
}
