import { createHash } from 'node:crypto';
import { addDays, type CallContext, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import type { IntervalsPort } from '../../client/index.ts';
import { activityColumns, activityRow } from '../../domain/activity/row.ts';
import { type FileContent, readActivityFile } from '../../domain/activity/upload.ts';
import { orUndefined } from '../../domain/or-undefined.ts';
import { eventId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

/** Largest file that is sent, bytes. */
const LARGEST = 25 * 1024 * 1024;

export default defineTool({
  name: 'icu_upload_activity',
  title: 'Upload an activity',
  toolset: 'files',
  effect: 'create',
  files: 'in',
  userText: ['name'],
  description: 'Uploads a FIT, TCX or GPX file (also gz, zip) of the files folder.',
  input: z.object({
    file: z.string(),
    name: z.optional(z.string().min(1).max(80)),
    text: z.optional(z.string().max(4000)),
    event_id: z.optional(eventId),
  }),
  output: z.object({ written: z.optional(z.boolean()), ...rowsShape, ...notesShape }),
  examples: [{ file: 'evening-ride.gpx' }],
  handler: async (ctx, { file, name, text, event_id }) => {
    const bytes = await ctx.files.read(file, { maxBytes: LARGEST });
    const contents = await readActivityFile(bytes, file);
    const athlete = await ctx.athlete();
    if (event_id !== undefined) await ctx.port.events.get({ athlete: athlete.id, event: event_id });
    const before = await idsAround(ctx, contents);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const problems = contents.flatMap((each) => each.problems);
    await ctx.confirm({
      summary: `Upload ${contents.length === 1 ? 'an activity' : `${contents.length} activities`} from ${file}${forWhom(athlete)}`,
      diff: [
        ...contents.map(({ day, shown }) => ({
          field: day ?? 'activity',
          before: null,
          after: present(shown, athlete.units),
        })),
        ...(name === undefined ? [] : [{ field: 'name', before: null, after: name }]),
        ...(event_id === undefined ? [] : [{ field: 'planned_event_id', before: null, after: event_id }]),
      ],
      ...(problems.length > 0 && {
        notes: [`The file is damaged (${problems.join(', ')}); Intervals.icu may read less of it.`],
      }),
      version: hash,
    });
    const answer = await ctx.port.files.upload({
      athlete: athlete.id,
      filename: file.split('/').at(-1) ?? file,
      bytes,
      externalId: `mcp-${hash.slice(0, 24)}`,
      ...(name !== undefined && { name }),
      ...(text !== undefined && { description: text }),
      ...(event_id !== undefined && { event: event_id }),
    });
    const ids = [...new Set([...answer.activities.map(({ id }) => id), ...(answer.id === null ? [] : [answer.id])])];
    const found = await Promise.all(ids.map((id) => orUndefined(ctx.port.activities.get({ activity: id }))));
    const stored = found.filter((activity) => activity !== undefined);
    const known = stored.filter(({ id }) => before.has(id)).length;
    const buried = ids.length - stored.length;
    return present(
      {
        ...toRows(stored.map(activityRow), activityColumns),
        ...noted(
          ...(known > 0 ? [`${known} of them were there already: Intervals.icu knows this very file.`] : []),
          ...(buried > 0
            ? [`${buried} were deleted earlier and stay away; icu_delete_activity with allow_reupload lets them back.`]
            : []),
          ...(ids.length === 0
            ? ['Intervals.icu took the file and named no activity; look at icu_get_recent_activities.']
            : []),
        ),
      },
      athlete.units,
    );
  },
});

/** Activities of the days of the file and those beside them, whose local day may be another than the UTC one. */
async function idsAround(ctx: CallContext<IntervalsPort>, contents: readonly FileContent[]): Promise<Set<string>> {
  const days = contents.flatMap(({ day }) => (day === null ? [] : [day])).sort();
  if (days.length === 0) return new Set();
  const { id } = await ctx.athlete();
  const window = { oldest: addDays(days[0]!, -1), newest: addDays(days.at(-1)!, 1) };
  const { items } = await ctx.port.activities.list({ athlete: id, ...window });
  return new Set(items.map((activity) => activity.id));
}
