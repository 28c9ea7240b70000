import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const apply = { folder_id: '900002', start: '2026-12-07' };

describe('icu_apply_training_plan', () => {
  it('shows dates and workouts, copies them once, and says what form comes to', async () => {
    const server = connected();
    const { structured: preview } = await server.call('icu_apply_training_plan', apply);
    expect(preview).toMatchObject({ preview: { diff: [{ field: '2026-12-08' }, { field: '2026-12-10' }] } });
    const { structured } = await server.call('icu_apply_training_plan', {
      ...apply,
      preview_token: preview.preview_token,
    });
    expect(objects(structured)).toMatchObject([
      { start: '2026-12-08', name: 'Plan ride', planned_load: 46 },
      { start: '2026-12-10', name: 'Plan tempo', planned_load: 71 },
    ]);
    expect(structured.fitness).toMatchObject({ on_day: { date: '2026-12-10' } });
    const again = await server.call('icu_apply_training_plan', apply);
    expect(again.structured).toMatchObject({ written: false });
  });

  it('brings the edits of the followed plan to the calendar', async () => {
    const server = connected();
    await server.call('icu_assign_training_plan', { folder_id: '900002', start: '2026-10-19' });
    const { structured } = await server.call('icu_apply_training_plan');
    expect(structured).toMatchObject({ preview: { summary: expect.stringContaining('Four weeks to form') } });
  });

  it('refuses without a plan that is followed, and for a folder that does not exist', async () => {
    const server = connected();
    const nobody = await server.call('icu_apply_training_plan', { athlete: 'Luka Horvat' });
    expect(nobody.failure?.kind).toBe('bad_input');
    expect((await server.call('icu_apply_training_plan', { ...apply, folder_id: '1' })).failure?.kind).toBe(
      'not_found',
    );
  });
});
