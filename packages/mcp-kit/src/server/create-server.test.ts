import { afterEach, describe, expect, it } from 'vitest';
import { notebookProvider, someNotes } from '../../test/notebook/notebook.ts';
import { type Era, type OpenClientOptions, openClient } from '../testing/client.ts';
import { connect } from '../testing/connect.ts';

const now = () => new Date('2026-11-20T13:30:00Z');
const open: (() => Promise<void>)[] = [];

async function session(era: Era, elicit?: OpenClientOptions['elicit']) {
  const state = someNotes();
  const { runtime } = connect(notebookProvider(state), { fetch: globalThis.fetch, now, credentials: {} });
  const client = await openClient(runtime, { era, ...(elicit && { elicit }) });
  open.push(() => client.close());
  return { state, client };
}

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

describe.each<Era>(['legacy', 'modern'])('an official client of the %s era', (era) => {
  it('lists tools in the same order with title, four hints, and both schemas', async () => {
    const { client } = await session(era);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'nb_list_notes',
      'nb_create_note',
      'nb_delete_note',
      'nb_break_down',
      'nb_too_much',
      'nb_export_notes',
      'nb_import_note',
    ]);
    expect(tools[2]).toMatchObject({
      title: 'Delete a note',
      annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
      inputSchema: { type: 'object', additionalProperties: false },
    });
    expect(tools[0]?.outputSchema).toBeDefined();
  });

  it('gets text and structured content that say the same', async () => {
    const { client } = await session(era);
    const result = await client.callTool({ name: 'nb_list_notes', arguments: { contains: 'swim' } });
    expect(result.structuredContent).toMatchObject({ rows: [['4', '2026-11-17', 'swim']] });
    expect(result.content).toEqual([{ type: 'text', text: expect.stringContaining('4|2026-11-17|swim') }]);
  });

  it('gets a failure as an error with a next step', async () => {
    const { client } = await session(era);
    const result = await client.callTool({ name: 'nb_list_notes', arguments: { contain: 'swim' } });
    expect(result.isError).toBe(true);
    expect(result.content).toEqual([
      {
        type: 'text',
        text: expect.stringMatching(/^bad_input: Unknown argument "contain" \(did you mean "contains"\?\).*Next: /),
      },
    ]);
  });

  it('is asked before a delete, and nothing is written before the yes', async () => {
    let writesWhenAsked = -1;
    const { client, state } = await session(era, (message) => {
      writesWhenAsked = state.writes;
      expect(message).toContain('Delete the note of 2026-11-20');
      return 'accept';
    });
    const result = await client.callTool({ name: 'nb_delete_note', arguments: { note_id: '1' } });
    expect(result.structuredContent).toMatchObject({ written: true, id: '1' });
    expect(writesWhenAsked).toBe(0);
    expect(state.writes).toBe(1);
  });

  it.each(['decline', 'cancel'] as const)('can %s, and then nothing is written', async (action) => {
    const { client, state } = await session(era, () => action);
    const result = await client.callTool({ name: 'nb_delete_note', arguments: { note_id: '1' } });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain('declined: The person declined; nothing was written');
    expect(state.writes).toBe(0);
  });

  it('that cannot ask gets a preview and a token that commits', async () => {
    const { client, state } = await session(era);
    const preview = await client.callTool({ name: 'nb_delete_note', arguments: { note_id: '1' } });
    expect(preview.structuredContent).toMatchObject({ written: false });
    expect(state.writes).toBe(0);
    const { preview_token } = preview.structuredContent as { preview_token: string };
    const committed = await client.callTool({ name: 'nb_delete_note', arguments: { note_id: '1', preview_token } });
    expect(committed.structuredContent).toMatchObject({ written: true });
    expect(state.writes).toBe(1);
  });

  it('reads resources and prompts', async () => {
    const { client } = await session(era);
    const { contents } = await client.readResource({ uri: 'notebook://notes' });
    expect(contents[0]).toMatchObject({ mimeType: 'text/plain', text: expect.stringContaining('ride one') });
    const { messages } = await client.getPrompt({ name: 'weekly', arguments: { week: '2026-W47' } });
    expect(messages[0]?.content).toEqual({ type: 'text', text: 'Sum up 2026-W47' });
  });
});
