import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const share = { folder_id: '900002', with_athlete_id: 'i300016' };

describe('icu_share_folder', () => {
  it('asks first, then shares with one more athlete', async () => {
    const server = connected();
    const { structured: preview } = await server.call('icu_share_folder', share);
    expect(preview).toMatchObject({
      written: false,
      preview: { summary: 'Share "Four weeks to form" with Luka Horvat' },
    });
    const { structured } = await server.call('icu_share_folder', { ...share, preview_token: preview.preview_token });
    expect(structured).toMatchObject({ written: true, shared_with: [{ id: 'i300016', may_edit: false }] });
  });

  it('has nothing to do where it is not shared', async () => {
    const { structured } = await connected().call('icu_share_folder', { ...share, remove: true });
    expect(structured).toMatchObject({ written: false, shared_with: [] });
  });

  it('refuses somebody whom the key cannot see', async () => {
    const { failure } = await connected().call('icu_share_folder', { ...share, with_athlete_id: 'i1' });
    expect(failure?.kind).toBe('not_found');
  });
});
