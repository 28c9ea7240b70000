import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_delete_from_library', () => {
  it('names every workout that goes with a plan, and deletes only with the token', async () => {
    const server = connected();
    const { structured: preview } = await server.call('icu_delete_from_library', { folder_id: '900002' });
    expect(preview).toMatchObject({
      written: false,
      preview: { diff: [{ before: 'Plan ride' }, { before: 'Plan tempo' }] },
    });
    const done = await server.call('icu_delete_from_library', {
      folder_id: '900002',
      preview_token: preview.preview_token,
    });
    expect(objects(done.structured).map(({ name }) => name)).toEqual(['Plan ride', 'Plan tempo']);
    const { failure } = await server.call('icu_get_workouts_in_folder', { folder_id: '900002' });
    expect(failure?.kind).toBe('not_found');
  });

  it.each([[{}], [{ workout_id: '900010', folder_id: '900001' }]])('refuses %j', async (args) => {
    const { failure } = await connected().call('icu_delete_from_library', args);
    expect(failure?.kind).toBe('bad_input');
  });
});
