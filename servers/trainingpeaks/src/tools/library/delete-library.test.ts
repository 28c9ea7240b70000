import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const confirmed = () => connected({}, { review: 'off' });

/** Deletes are always shown first. */
async function deleted(server: ReturnType<typeof connected>, args: Readonly<Record<string, unknown>>) {
  const { structured, failure } = await server.call('tp_delete_library', args);
  if (failure !== undefined) return { structured, failure };
  return server.call('tp_delete_library', { ...args, preview_token: structured.preview_token });
}

describe('tp_delete_library', () => {
  it('deletes one template and leaves the others', async () => {
    const server = confirmed();
    const before = server.world.library.items.size;
    const { structured } = await deleted(server, { library_id: '2100001', item_id: '12300001' });
    expect(structured).toMatchObject({ deleted: true, name: '3 x 12 min sweet spot', templates: 1 });
    expect(server.world.library.items.size).toBe(before - 1);
  });

  it('deletes a library with its templates when that is said', async () => {
    const server = confirmed();
    const { structured } = await deleted(server, { library_id: '2100001', all: true });
    expect(structured).toMatchObject({ deleted: true, name: 'My workouts', templates: 7 });
    expect(server.world.library.libraries.has(2_100_001)).toBe(false);
  });

  it('does not delete a library because item_id was forgotten', async () => {
    const server = confirmed();
    const { failure } = await deleted(server, { library_id: '2100001' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('7 templates') });
    expect(server.writes()).toEqual([]);
  });

  it('leaves libraries of others alone', async () => {
    const server = confirmed();
    const { failure } = await deleted(server, { library_id: '2100002', all: true });
    expect(failure).toMatchObject({ kind: 'blocked', message: expect.stringContaining('belongs to TrainingPeaks') });
    expect(server.writes()).toEqual([]);
  });
});
