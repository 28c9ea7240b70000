import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { notebookProvider, someNotes } from '../../test/notebook/notebook.ts';
import { type Era, openClient } from '../testing/client.ts';
import { connect, type TestPlatform } from '../testing/connect.ts';
import { fileFaults } from '../testing/file-rules.ts';
import type { Tool } from '../tool/define.ts';

const text = 'ride one\nride two\nrun\nswim\nride three\nrest\nride four';

function notebook(platform: Partial<TestPlatform> = {}, options: Parameters<typeof connect>[2] = {}) {
  const base = { fetch: globalThis.fetch, now: () => new Date('2026-11-20T13:30:00Z'), credentials: {} };
  const state = someNotes();
  return { state, server: connect(notebookProvider(state), { ...base, ...platform }, options) };
}

async function emptyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'kit-files-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe('a file that a tool hands out', () => {
  it('is saved in the folder, and the answer says where, how large, and what it holds', async () => {
    const filesDir = await emptyFolder();
    const { server } = notebook({}, { filesDir });
    const { structured } = await server.call('nb_export_notes');
    expect(structured).toMatchObject({
      file: 'Notes- all-some.txt',
      bytes: text.length,
      media_type: 'text/plain',
      sha256: createHash('sha256').update(text).digest('hex'),
      saved_to: join(filesDir, 'Notes- all-some.txt'),
    });
    expect(structured).not.toHaveProperty('resource');
    expect(await readFile(join(filesDir, 'Notes- all-some.txt'), 'utf8')).toBe(text);
  });

  it('is offered by address where there is no folder, until a moment that is named', async () => {
    const { server } = notebook();
    const { structured } = await server.call('nb_export_notes');
    expect(structured).toMatchObject({ file: 'Notes- all-some.txt', expires_at: '2026-11-20T13:45:00.000Z' });
    expect(structured.resource).toMatch(/^notebook-files:\/\//);
    expect(structured).not.toHaveProperty('saved_to');
  });

  it.each<[Era, 'folder' | 'shelf']>([
    ['legacy', 'folder'],
    ['legacy', 'shelf'],
    ['modern', 'folder'],
    ['modern', 'shelf'],
  ])('is linked, and an official client reads it (%s, %s)', async (era, place) => {
    const { server } = notebook({}, place === 'folder' ? { filesDir: await emptyFolder() } : {});
    const client = await openClient(server.runtime, { era });
    onTestFinished(() => client.close());
    const { content } = await client.callTool({ name: 'nb_export_notes', arguments: {} });
    const link = content.find((block) => block.type === 'resource_link');
    expect(link).toMatchObject({ name: 'Notes- all-some.txt', mimeType: 'text/plain', size: text.length });
    const { contents } = await client.readResource({ uri: link?.uri ?? '' });
    expect(contents).toEqual([{ uri: link?.uri, mimeType: 'text/plain', text }]);
    const other = place === 'folder' ? 'file:///etc/passwd' : `notebook-files://${'0'.repeat(32)}/passwd`;
    await expect(client.readResource({ uri: other })).rejects.toThrow(/not found/i);
  });

  it('takes a name from the model only when it is plain', async () => {
    const filesDir = await emptyFolder();
    const { server } = notebook({}, { filesDir });
    for (const name of ['/tmp/x.txt', '../x.txt', 'a/x.txt', 'C:\\x.txt', '\\\\host\\x.txt', 'x\0.txt']) {
      const { failure } = await server.call('nb_export_notes', { name });
      expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringMatching(/^name /) });
    }
    expect(await readdir(filesDir)).toEqual([]);
    expect((await server.call('nb_export_notes', { name: 'x.txt' })).structured.file).toBe('x.txt');
  });
});

describe('a file that a tool reads', () => {
  const files = { 'note.txt': new TextEncoder().encode('from a file'), 'large.txt': new Uint8Array(1_001) };

  it('comes from the folder', async () => {
    const { server, state } = notebook({ files }, { review: 'off' });
    const { structured } = await server.call('nb_import_note', { file: 'note.txt' });
    expect(structured).toMatchObject({ written: true, text: 'from a file' });
    expect(state.notes.at(-1)?.text).toBe('from a file');
  });

  it('is refused when it is too large', async () => {
    const { failure } = await notebook({ files }).server.call('nb_import_note', { file: 'large.txt' });
    expect(failure?.toText()).toMatch(/^bad_input: large\.txt in file is larger than/);
  });

  it('needs a folder, and the refusal says how to set one', async () => {
    const { failure } = await notebook().server.call('nb_import_note', { file: 'note.txt' });
    expect(failure?.toText()).toBe(
      'blocked: This server has no folder to read files from. Next: ask the user to set one with --files-dir.',
    );
  });
});

describe('the rules of the contract suite for files', () => {
  const tool = (name: string, change: Partial<Tool> = {}) => {
    const found = notebookProvider(someNotes()).tools.find((each) => each.name === name);
    return { ...found, ...change } as Tool<never>;
  };
  const { server } = notebook({ files: { 'note.txt': new Uint8Array(3) } });

  it('let the tools of the notebook through', async () => {
    expect(await fileFaults(server as never, tool('nb_export_notes'))).toEqual([]);
    expect(await fileFaults(server as never, tool('nb_import_note'))).toEqual([]);
  });

  it('see a tool that takes any name, one that hands out nothing, and one without the argument', async () => {
    expect(await fileFaults(server as never, tool('nb_create_note', { files: 'in' }))).toEqual([
      expect.stringContaining('takes no argument named file'),
    ]);
    const careless = { ...server, call: () => server.call('nb_list_notes') };
    expect((await fileFaults(careless as never, tool('nb_import_note'))).join()).toContain(
      'does not refuse "/etc/passwd"',
    );
    expect(await fileFaults(server as never, tool('nb_list_notes', { files: 'out' }))).toEqual([
      'no example of nb_list_notes hands out a file',
    ]);
  });
});
