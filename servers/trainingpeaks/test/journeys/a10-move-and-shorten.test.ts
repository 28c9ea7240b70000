import { describe, expect, it } from 'vitest';
import { objects } from '../connected.ts';
import { journey } from './journey.ts';

describe('A10: move Saturday’s ride to Friday and shorten it to 90 min', () => {
  it('shows both changes, writes them once, and reads back the same workout under the same id', async () => {
    const { ask, server } = journey();
    const saturday = { oldest: '2026-10-17', newest: '2026-10-17' };
    const [ride] = objects((await ask('tp_get_workouts', saturday)).structured);
    expect(ride).toMatchObject({ title: 'Gravel day', status: 'planned' });
    const call = { workout_id: String(ride?.workout_id ?? ride?.id), date: '2026-10-16', duration_minutes: 90 };
    const preview = await ask('tp_update_workout', { ...call, dry_run: true });
    const { diff } = preview.structured.preview as { diff: { field: string }[] };
    expect(diff.length).toBeGreaterThanOrEqual(2);
    const { preview_token } = preview.structured;
    const done = await ask('tp_update_workout', { ...call, preview_token });
    expect(done.structured).toMatchObject({ written: true });
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    const friday = objects((await ask('tp_get_workouts', { oldest: '2026-10-16', newest: '2026-10-16' })).structured);
    expect(friday.find(({ title }) => title === 'Gravel day')).toMatchObject({ planned_time_s: 5400 });
    expect(objects((await ask('tp_get_workouts', saturday)).structured)).toEqual([]);
  });
});
