import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

const workout_id = '500321';

function connected() {
  const platform = sandboxPlatform();
  const { courses } = platform.sandbox.emulator.state;
  const { emulator } = platform.sandbox;
  const writes = () => emulator.requests.filter(({ path }) => path.endsWith('EditCustomWorkOut'));
  return { ...connect(provider, platform), courses, writes };
}

describe('igp_update_workout', () => {
  it('renames under the same id and sends the steps back as they came', async () => {
    const server = connected();
    const before = server.courses.find(workout_id);
    const { structured, text } = await server.call('igp_update_workout', { workout_id, name: 'Fan on' });
    expect(structured).toMatchObject({
      written: true,
      workout: { workout_id, name: 'Fan on', planned_time_s: 4080 },
      changed: [{ field: 'name', before: '3 x 12 min sweet spot', after: 'Fan on' }],
    });
    expect(structured).not.toHaveProperty('notes');
    expect(server.courses.find(workout_id)).toMatchObject({ title: 'Fan on', structure: before?.structure });
    expect(server.courses.list()).toHaveLength(3);
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('rewrites the steps, and keeps name and description', async () => {
    const server = connected();
    const steps = [{ for: '20min', at: '95% FTP', kind: 'active' }];
    const { structured } = await server.call('igp_update_workout', { workout_id, steps });
    expect(structured.workout).toMatchObject({
      name: '3 x 12 min sweet spot',
      description: 'Indoor, fan on',
      planned_time_s: 1200,
      steps,
    });
    expect((structured.changed as { field: string }[]).map(({ field }) => field)).toEqual(['planned_time_s', 'steps']);
  });

  it('empties a description', async () => {
    const server = connected();
    const { structured } = await server.call('igp_update_workout', { workout_id, description: '' });
    expect(structured.changed).toEqual([{ field: 'description', before: 'Indoor, fan on', after: '' }]);
    expect(server.courses.find(workout_id)?.description).toBe('');
  });

  it('writes nothing when nothing changes', async () => {
    const server = connected();
    const { structured } = await server.call('igp_update_workout', { workout_id, name: '3 x 12 min sweet spot' });
    expect(structured).toMatchObject({ written: false, notes: [expect.stringContaining('Nothing to change')] });
    expect(server.writes()).toEqual([]);
  });

  it('voids a preview when the workout has changed since', async () => {
    const server = connected();
    const edit = { workout_id, name: 'Fan on' };
    const { structured } = await server.call('igp_update_workout', { ...edit, dry_run: true });
    server.courses.replace(workout_id, { ...server.courses.find(workout_id), description: 'Changed on the phone' });
    const { preview_token } = structured;
    expect((await server.call('igp_update_workout', { ...edit, preview_token })).failure?.kind).toBe('conflict');
    expect(server.writes()).toEqual([]);
  });

  it('refuses official workouts, unknown ones, and steps that it cannot read', async () => {
    const server = connected();
    const call = async (input: object) => (await server.call('igp_update_workout', { workout_id, ...input })).failure;
    expect((await call({ workout_id: '500323', name: 'Mine' }))?.kind).toBe('blocked');
    expect((await call({ workout_id: '1', name: 'Mine' }))?.kind).toBe('not_found');
    expect((await call({ steps: [{ for: 'a while' }] }))?.message).toContain('steps[0]');
    expect(server.writes()).toEqual([]);
  });
});
