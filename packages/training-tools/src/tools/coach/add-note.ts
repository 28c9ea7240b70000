import { day, Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { group } from '../../answer/notes.ts';
import { defineSharedTool, type TrainingContext } from '../../mount/shared-tool.ts';
import type { Who } from '../../ports/index.ts';
import { STAYS_HERE } from '../../store/stays-here.ts';

/** Characters of a text that become the title of a calendar note. */
const TITLE = 60;

type Context = TrainingContext<'store', 'calendar'>;

export default defineSharedTool({
  name: 'add_note',
  title: 'Write a note about an athlete',
  toolset: 'coach',
  effect: 'create',
  needs: ['store'],
  uses: ['calendar'],
  userText: ['text'],
  description:
    'NOTE about an athlete: "coach" (default) is kept on this machine, not sent, not visible; "athlete" goes on their calendar.',
  input: z.object({
    text: z.string().min(1).max(4000),
    visibility: z.optional(z.enum(['coach', 'athlete'])),
    day: z.optional(day),
  }),
  output: z.object({ note: group, notes: z.array(z.string()) }),
  examples: [{ text: 'Bring lights', visibility: 'athlete' }, { text: 'Knee pain, watch volume' }],
  handler: async (ctx, { text, visibility = 'coach', day: given }) => {
    const { id, name } = await ctx.athlete();
    const on = given ?? (await ctx.today());
    return visibility === 'coach' ? keep(ctx, { id, name }, on, text) : publish(ctx, { id, name }, on, text);
  },
});

async function keep(ctx: Context, who: Who, on: string, text: string) {
  await ctx.confirm({
    summary: `Keep a private note about ${who.name} on ${on}, on this machine only`,
    diff: [{ field: 'text', before: null, after: text }],
    staysHere: true,
  });
  const key = `${who.id} ${on} ${text}`;
  const note_id = await ctx.ports.store.put('note', { athleteId: who.id, day: on, text }, { key });
  return { note: { note_id, day: on, visibility: 'coach', text }, notes: [STAYS_HERE] };
}

async function publish(ctx: Context, who: Who, on: string, text: string) {
  const write = ctx.ports.calendar?.write;
  if (write === undefined) {
    throw new Failure('blocked', `Notes cannot be written to the calendar of ${ctx.platform} from here`, {
      next: 'leave visibility out to keep the note on this machine',
    });
  }
  const title = titleOf(text);
  await ctx.confirm({
    summary: `Put the note "${title}" on the calendar of ${who.name} on ${on}; they can read it`,
    diff: [{ field: 'text', before: null, after: text }],
    seenByOthers: true,
    day: on,
  });
  const draft = { day: on, name: title, text, visibility: 'athlete' } as const;
  const note_id = await write.addNote(who, draft, `note ${who.id} ${on} ${text}`);
  return {
    note: { note_id, day: on, visibility: 'athlete', text },
    notes: [`On the calendar of ${ctx.platform}; the athlete can read it.`],
  };
}

/** The first line of a note, cut at a word. */
function titleOf(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length <= TITLE ? line : `${line.slice(0, TITLE).replace(/\s+\S*$/, '')} …`;
}
