import { createHash } from 'node:crypto';
import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { toActivityRow } from '../../domain/activity.ts';
import { daysAround, readUpload, sameRide } from '../../domain/ride/upload.ts';
import { fileWords } from '../../language/files.ts';
import { defineTool } from '../../tool.ts';

/** Largest file that is sent, bytes: what a download may have. */
const LARGEST = 30_000_000;
const COLUMNS = ['id', 'start', 'name', 'sport', 'moving_s', 'distance_km', 'ascent_m'];

export default defineTool({
  name: 'igp_upload_activity',
  title: 'Upload a ride',
  toolset: 'files',
  effect: 'create',
  files: 'in',
  // The file is refused before anybody logs in.
  athleteScope: 'none',
  userText: ['name'],
  description:
    'Uploads a FIT file of the files folder. iGPSport reads it later. Seen to work in the China region only.',
  input: z.object({ file: z.string() }),
  output: z.object({ written: z.optional(z.boolean()), ...rowsShape, ...notesShape }),
  examples: [{ file: 'morning-ride.fit' }],
  handler: async (ctx, { file }) => {
    const words = fileWords(ctx.port.language);
    const bytes = await ctx.files.read(file, { maxBytes: LARGEST });
    const { derived, shown, problems } = readUpload(bytes, file);
    const { units } = await ctx.athlete();
    const days = daysAround(derived);
    const found = async () => {
      if (days === null) return undefined;
      return sameRide((await ctx.port.activities.list(days)).items, derived);
    };
    const known = await found();
    if (known !== undefined) {
      return {
        written: false,
        ...present(toRows([toActivityRow(known)], COLUMNS), units),
        ...noted(words.thereAlready(known.rideId)),
      };
    }
    const notes = problems.length > 0 ? [words.damaged(problems.join(', '))] : [];
    await ctx.confirm({
      summary: words.upload(file),
      diff: [{ field: 'ride', before: null, after: present(shown, units) }],
      notes,
      version: createHash('sha256').update(bytes).digest('hex'),
    });
    await ctx.port.activities.upload({ fileName: file.split('/').at(-1) ?? file, bytes });
    const stored = await found();
    return {
      ...present(toRows(stored === undefined ? [] : [toActivityRow(stored)], COLUMNS), units),
      ...noted(...notes, ...(stored === undefined ? [words.readLater(String(shown.start ?? '').slice(0, 10))] : [])),
    };
  },
});
