import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_workout_library', () => {
  it('lists folders and plans with how much is in them', async () => {
    const { structured } = await connected().call('icu_get_workout_library');
    expect(objects(structured)).toMatchObject([
      { id: '900001', kind: 'folder', name: 'Sweet spot', workouts: 3 },
      { id: '900002', kind: 'plan', name: 'Four weeks to form', workouts: 2 },
    ]);
  });

  it('says whom one is shared with', async () => {
    const { structured } = await connected().call('icu_get_workout_library', { folder_id: '900002' });
    expect(structured).toMatchObject({ shared_with: [], rows: { length: 1 } });
  });

  it('fails for a folder that does not exist', async () => {
    const { failure } = await connected().call('icu_get_workout_library', { folder_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });
});
