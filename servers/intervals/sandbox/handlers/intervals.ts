import type { Route } from '@core/sandbox';
import { activityOf, type Ctx, recordingOf } from '../access.ts';
import { factsOf } from '../activities/facts.ts';
import { balanceOf, measure } from '../activities/interval.ts';
import { analyze, stretchesOf } from '../activities/interval-groups.ts';
import type { DrawnInterval } from '../activities/stored.ts';
import { json } from '../shape/json.ts';
import { arrayBody, flag, integer, objectBody, required, unprocessable } from '../shape/refusal.ts';
import type { World } from '../world.ts';

export const intervalRoutes: readonly Route<World>[] = [
  { method: 'GET', path: '/activity/{id}/intervals', handler: (_, ctx) => read(ctx) },
  { method: 'PUT', path: '/activity/{id}/intervals', handler: (_, ctx) => replace(ctx) },
  { method: 'PUT', path: '/activity/{id}/intervals/{intervalId}', handler: (_, ctx) => editOne(ctx) },
  { method: 'PUT', path: '/activity/{id}/delete-intervals', handler: (_, ctx) => remove(ctx) },
  { method: 'PUT', path: '/activity/{id}/split-interval', handler: (_, ctx) => split(ctx) },
  { method: 'GET', path: '/activity/{id}/interval-stats', handler: (_, ctx) => stats(ctx) },
];

function read(ctx: Ctx): Response {
  const { record, activity } = activityOf(ctx);
  const recording = activity.source === 'STRAVA' ? undefined : record.activities.recording(activity);
  const analysis = recording ? analyze(record, activity, recording) : { icu_intervals: [], icu_groups: [] };
  return json({ id: activity.id, analyzed: activity.created, ...analysis });
}

/** Only the indices and the label survive; everything is measured again, and what was sent as rest comes back as work. */
function replace(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx, 'write');
  const sent = arrayBody(ctx.text()).map((body) => drawnFrom(body, recording.length));
  activity.drawn = flag(ctx.query, 'all', true) ? sent : merged(current(ctx), sent);
  record.activities.touch(activity);
  return read(ctx);
}

function drawnFrom(body: Record<string, unknown>, length: number): DrawnInterval {
  const { start_index: start, end_index: end } = body;
  if (typeof start !== 'number' || typeof end !== 'number' || end <= start || start < 0 || end > length) {
    throw unprocessable('Invalid interval');
  }
  return { startIndex: start, endIndex: end, label: typeof body.label === 'string' ? body.label : null };
}

function current(ctx: Ctx): DrawnInterval[] {
  const { activity, recording } = recordingOf(ctx);
  return stretchesOf(activity, recording).map(({ startIndex, endIndex, label }) => ({ startIndex, endIndex, label }));
}

/** New intervals cut what they overlap. */
function merged(before: readonly DrawnInterval[], sent: readonly DrawnInterval[]): DrawnInterval[] {
  const kept = before.flatMap((old) => {
    let parts: DrawnInterval[] = [old];
    for (const cut of sent) {
      parts = parts.flatMap((part) => [
        { ...part, endIndex: Math.min(part.endIndex, cut.startIndex) },
        { ...part, startIndex: Math.max(part.startIndex, cut.endIndex) },
      ]);
    }
    return parts.filter((part) => part.endIndex > part.startIndex);
  });
  return [...kept, ...sent].sort((a, b) => a.startIndex - b.startIndex);
}

function editOne(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx, 'write');
  const body = objectBody(ctx.text());
  const rows = analyze(record, activity, recording).icu_intervals;
  const target = rows.find((row) => String(row.id) === ctx.params.intervalId);
  const wanted = drawnFrom({ ...target, ...body }, recording.length);
  const others = current(ctx).filter((each) => each.startIndex !== target?.start_index);
  activity.drawn = merged(others, [wanted]);
  record.activities.touch(activity);
  return read(ctx);
}

function remove(ctx: Ctx): Response {
  const { record, activity } = recordingOf(ctx, 'write');
  const gone = new Set(arrayBody(ctx.text()).map((body) => `${body.start_index}-${body.end_index}`));
  activity.drawn = current(ctx).filter((each) => !gone.has(`${each.startIndex}-${each.endIndex}`));
  record.activities.touch(activity);
  return read(ctx);
}

function split(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx, 'write');
  required(ctx.query, 'splitAt', 'int');
  const at = integer(ctx.query, 'splitAt', 0);
  if (at <= 0 || at >= recording.length) throw unprocessable('Invalid splitAt');
  activity.drawn = current(ctx).flatMap((each) =>
    at > each.startIndex && at < each.endIndex
      ? [
          { ...each, endIndex: at },
          { ...each, startIndex: at },
        ]
      : [each],
  );
  record.activities.touch(activity);
  return read(ctx);
}

function stats(ctx: Ctx): Response {
  const { record, activity, recording } = recordingOf(ctx);
  required(ctx.query, 'start_index', 'int');
  required(ctx.query, 'end_index', 'int');
  const startIndex = integer(ctx.query, 'start_index', 0);
  const endIndex = Math.min(integer(ctx.query, 'end_index', 0), recording.length);
  if (endIndex <= startIndex || startIndex < 0) throw unprocessable('Invalid interval');
  const facts = factsOf(record, activity);
  return json(
    measure(recording, facts, { startIndex, endIndex, label: null, type: 'WORK' }, 0, balanceOf(recording, facts)),
  );
}
