import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_libraries', () => {
  it('lists libraries, and which are one’s own', async () => {
    const { structured } = await connected().call('tp_get_libraries');
    expect(objects(structured).slice(0, 2)).toEqual([
      { library_id: '2100001', name: 'My workouts', owner: expect.any(String), own: true },
      { library_id: '2100002', name: 'TrainingPeaks', owner: 'TrainingPeaks', own: null },
    ]);
    expect(structured.user_text).toEqual(['name', 'owner']);
  });

  it('pages on a heavy account', async () => {
    const { structured } = await connected({ heavy: true }).call('tp_get_libraries', { limit: 10 });
    expect(structured).toMatchObject({ total: 43 });
    expect(objects(structured)).toHaveLength(10);
  });

  it('says that the service is down, never that there are none', async () => {
    const server = connected();
    server.sandbox.emulator.faults.inject('http-500', { path: /libraries$/, times: 'always' });
    const { failure, structured } = await server.call('tp_get_libraries');
    expect(failure?.kind).toBe('upstream');
    expect(structured.rows).toBeUndefined();
  });
});
