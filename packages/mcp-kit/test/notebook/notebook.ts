import { defineProvider, Failure, fileShape, rowsShape, toolsFor, toRows } from '../../src/index.ts';
import * as z from '../../src/schema/index.ts';
import type { CallScope } from '../../src/server/call-context.ts';

/** The smallest provider that has every kind of tool: notes on days, in memory. Tests of the kit run against it. */
export interface Note {
  readonly id: string;
  readonly owner: string;
  readonly day: string;
  readonly text: string;
}

export interface NotebookPort {
  readonly list: () => Promise<readonly Note[]>;
  readonly write: (note: Note | undefined, id: string) => Promise<void>;
}

export interface Notebook {
  notes: Note[];
  writes: number;
}

const defineTool = toolsFor<NotebookPort>()('nb');
const noteOutput = z.object({ id: z.string(), text: z.string() });

const listNotes = defineTool({
  name: 'nb_list_notes',
  title: 'List notes',
  toolset: 'notes',
  effect: 'read',
  description: 'Notes of an athlete, newest first.',
  paged: { limit: 5, max: 50 },
  userText: ['text'],
  input: z.object({ contains: z.string().optional(), days: z.number().int().min(1).max(30).optional() }),
  output: z.object({ ...rowsShape }),
  examples: [{ contains: 'ride' }],
  async handler(ctx, { contains }) {
    const { id } = await ctx.athlete();
    const notes = (await ctx.port.list()).filter((note) => note.owner === id && note.text.includes(contains ?? ''));
    return toRows(notes as readonly { id: string; day: string; text: string }[], ['id', 'day', 'text']);
  },
});

const createNote = defineTool({
  name: 'nb_create_note',
  title: 'Create a note',
  toolset: 'notes',
  effect: 'create',
  description: 'Writes a note.',
  input: z.object({ text: z.string().min(1), day: z.string().meta({ format: 'date' }) }),
  output: noteOutput,
  examples: [{ text: 'Easy ride', day: '2026-11-21' }],
  async handler(ctx, { text, day }) {
    const athlete = await ctx.athlete();
    const id = `${day}-${text.length}`;
    await ctx.confirm({ summary: `Create a note on ${day}`, diff: [{ field: 'text', before: null, after: text }] });
    await ctx.port.write({ id, owner: athlete.id, day, text }, id);
    return { id, text };
  },
});

const deleteNote = defineTool({
  name: 'nb_delete_note',
  title: 'Delete a note',
  toolset: 'danger',
  effect: 'delete',
  description: 'Deletes a note.',
  input: z.object({ note_id: z.string() }),
  output: noteOutput,
  examples: [{ note_id: '1' }],
  async handler(ctx, { note_id }) {
    const note = (await ctx.port.list()).find(({ id }) => id === note_id);
    if (!note)
      throw new Failure('not_found', `There is no note ${note_id}`, { next: 'list the notes with nb_list_notes' });
    await ctx.confirm({
      summary: `Delete the note of ${note.day}`,
      diff: [{ field: 'text', before: note.text, after: null }],
      day: note.day,
    });
    await ctx.port.write(undefined, note_id);
    return { id: note.id, text: note.text };
  },
});

const breakDown = defineTool({
  name: 'nb_break_down',
  title: 'Break down',
  toolset: 'faults',
  effect: 'read',
  athleteScope: 'none',
  description: 'Throws, hangs, answers too much, or writes although it only reads.',
  input: z.object({ how: z.enum(['throw', 'hang', 'huge', 'write', 'wrong_output']) }),
  output: z.object({ text: z.string() }),
  examples: [{ how: 'throw' }],
  async handler(ctx, { how }) {
    if (how === 'throw') throw new Error('the key is sk-canary-123456');
    if (how === 'hang') await new Promise(() => {});
    if (how === 'write') await ctx.port.write(undefined, '1');
    if (how === 'wrong_output') return { text: 7 as never };
    return { text: 'x'.repeat(100) };
  },
});

const tooMuch = defineTool({
  name: 'nb_too_much',
  title: 'Too much',
  toolset: 'faults',
  effect: 'read',
  athleteScope: 'none',
  description: 'An answer over the cap that is not a table.',
  input: z.object({}),
  output: z.object({ values: z.array(z.number()) }),
  examples: [{}],
  handler: async () => ({ values: Array.from({ length: 9000 }, (_, i) => i) }),
});

const exportNotes = defineTool({
  name: 'nb_export_notes',
  title: 'Export notes',
  toolset: 'files',
  effect: 'read',
  files: 'out',
  description: 'All notes as a text file.',
  input: z.object({ name: z.string().optional() }),
  output: z.object({ ...fileShape, notes: z.number() }),
  examples: [{}],
  async handler(ctx, { name }) {
    const notes = await ctx.port.list();
    const bytes = new TextEncoder().encode(notes.map(({ text }) => text).join('\n'));
    const saved = await ctx.files.save(name ?? 'Notes: all/some.txt', bytes, {
      mediaType: 'text/plain',
      ...(name !== undefined && { field: 'name' }),
    });
    return { ...saved, notes: notes.length };
  },
});

const importNote = defineTool({
  name: 'nb_import_note',
  title: 'Import a note',
  toolset: 'files',
  effect: 'create',
  files: 'in',
  description: 'Writes the text of a file as a note.',
  input: z.object({ file: z.string() }),
  output: noteOutput,
  examples: [{ file: 'note.txt' }],
  async handler(ctx, { file }) {
    const text = new TextDecoder().decode(await ctx.files.read(file, { maxBytes: 1_000 }));
    await ctx.confirm({ summary: 'Create a note', diff: [{ field: 'text', before: null, after: text }] });
    await ctx.port.write({ id: file, owner: 'i1', day: '2026-11-21', text }, file);
    return { id: file, text };
  },
});

const people = [
  { id: 'i1', name: 'José Álvarez', timeZone: 'Pacific/Auckland', units: 'metric', isSelf: true },
  { id: 'i2', name: 'Joseph Ranger', timeZone: 'UTC', units: 'metric', isSelf: false },
  { id: 'i3', name: 'Anna Berg', timeZone: 'UTC', units: 'imperial', isSelf: false },
] as const;

/** The provider over a notebook in memory. The port refuses a write through a closed gate, as the HTTP client does. */
export function notebookProvider(notebook: Notebook) {
  const port = (scope: CallScope): NotebookPort => ({
    list: async () => notebook.notes,
    write: async (note, id) => {
      if (!scope.mayWrite()) throw new Failure('internal', 'A write before confirm', { next: 'report this' });
      notebook.writes += 1;
      notebook.notes = [...notebook.notes.filter((other) => other.id !== id), ...(note ? [note] : [])];
    },
  });
  return defineProvider<NotebookPort, Record<string, never>>({
    id: 'notebook',
    prefix: 'nb',
    platform: 'Notebook',
    packageName: '@scope/notebook-mcp',
    bin: 'notebook-mcp',
    version: '1.2.3',
    websiteUrl: 'https://example.com',
    credentials: [{ name: 'api_key', title: 'API key', env: 'NOTEBOOK_API_KEY', where: 'Settings' }],
    settings: {},
    tools: [listNotes, createNote, deleteNote, breakDown, tooMuch, exportNotes, importNote],
    defaultToolsets: ['notes'],
    resources: [
      {
        uri: 'notebook://notes',
        name: 'notes',
        title: 'Notes',
        description: 'All notes',
        mimeType: 'text/plain',
        read: async (ctx) => (await ctx.port.list()).map(({ text }) => text).join('\n'),
      },
    ],
    prompts: [
      {
        name: 'weekly',
        title: 'Weekly',
        description: 'A week',
        arguments: [{ name: 'week', description: 'Which', required: true }],
        render: ({ week }) => `Sum up ${week}`,
      },
    ],
    instructions: 'Notes are on days.',
    connect: () => ({
      port,
      athletes: () => ({ self: async () => people[0], list: async () => people }),
      check: async () => ({ athleteId: 'i1', athleteName: 'José Álvarez', facts: [] }),
    }),
  });
}

/** Seven notes of two people. */
export function someNotes(): Notebook {
  const texts = ['ride one', 'ride two', 'run', 'swim', 'ride three', 'rest', 'ride four'];
  return {
    writes: 0,
    notes: texts.map((text, index) => ({
      id: String(index + 1),
      owner: index === 6 ? 'i3' : 'i1',
      day: `2026-11-${20 - index}`,
      text,
    })),
  };
}
