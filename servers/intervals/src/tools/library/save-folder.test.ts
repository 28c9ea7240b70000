import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_save_folder', () => {
  it('creates a plan once, as a copy of another with its workouts', async () => {
    const server = connected();
    const call = { values: { name: 'Base', weeks: 4 }, plan: true, copy_of: '900002' };
    const { structured } = await server.call('icu_save_folder', call);
    expect(structured).toMatchObject({ written: true, item: { kind: 'plan', name: 'Base', weeks: 4 } });
    const { folder_id } = structured.item as { folder_id: string };
    const listed = await server.call('icu_get_workouts_in_folder', { folder_id });
    expect(objects(listed.structured).map(({ name }) => name)).toEqual(['Plan ride', 'Plan tempo']);
    const again = await server.call('icu_save_folder', call);
    expect(again.structured).toMatchObject({ written: false, item: { folder_id } });
  });

  it('changes a folder and reads it back; making it public is asked first', async () => {
    const server = connected();
    const { structured } = await server.call('icu_save_folder', { folder_id: '900001', values: { name: 'SST' } });
    expect(structured).toMatchObject({
      written: true,
      changed: [{ field: 'name', before: 'Sweet spot', after: 'SST' }],
    });
    const open = await server.call('icu_save_folder', { folder_id: '900001', values: { visibility: 'PUBLIC' } });
    expect(open.structured).toMatchObject({ written: false, preview_token: expect.any(String) });
  });

  it('refuses a new folder without a name', async () => {
    const { failure } = await connected().call('icu_save_folder', { values: { text: 'x' } });
    expect(failure).toMatchObject({ kind: 'bad_input', message: 'A new folder needs a name' });
  });
});

describe('icu_save_folder with share_with', () => {
  const share = { folder_id: '900002', share_with: 'i300016' };

  it('asks first, then shares with one more athlete', async () => {
    const server = connected();
    const { structured: preview } = await server.call('icu_save_folder', share);
    expect(preview).toMatchObject({
      written: false,
      preview: { diff: [{ field: 'shared with Luka Horvat', before: 'none', after: 'read' }] },
    });
    const { structured } = await server.call('icu_save_folder', { ...share, preview_token: preview.preview_token });
    expect(structured).toMatchObject({ written: true, item: { shared_with: [{ id: 'i300016', access: 'read' }] } });
  });

  it('has nothing to do where it is not shared', async () => {
    const { structured } = await connected().call('icu_save_folder', { ...share, access: 'none' });
    expect(structured).toMatchObject({ written: false, item: { shared_with: [] } });
  });

  it('refuses somebody whom the key cannot see', async () => {
    const { failure } = await connected().call('icu_save_folder', { ...share, share_with: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });
});
