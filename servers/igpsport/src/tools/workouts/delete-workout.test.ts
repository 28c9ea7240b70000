import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

const workout_id = '500321';

describe('igp_delete_workout', () => {
  it.each(['cn', 'intl'] as const)('always asks, then deletes one workout of %s and says what went', async (region) => {
    const platform = sandboxPlatform({ region });
    const server = connect(provider, platform, { review: 'off', selection: { allowDelete: 'all' } });
    const { courses } = platform.sandbox.emulator.state;
    const { structured } = await server.call('igp_delete_workout', { workout_id });
    expect(structured).toMatchObject({
      written: false,
      preview: { summary: 'Delete the workout "3 x 12 min sweet spot" for good' },
    });
    expect(courses.list()).toHaveLength(3);
    const { preview_token } = structured;
    const done = await server.call('igp_delete_workout', { workout_id, preview_token });
    expect(done.structured).toMatchObject({
      written: true,
      deleted: { workout_id, name: '3 x 12 min sweet spot', steps: expect.arrayContaining([]) },
    });
    expect(courses.list().map(({ id }) => String(id))).not.toContain(workout_id);
  });

  it('is not there unless deletes are allowed', () => {
    const server = connect(provider, sandboxPlatform(), { selection: { allowDelete: 'none' } });
    expect([...server.runtime.tools.keys()]).not.toContain('igp_delete_workout');
  });

  it('refuses when only the future may be deleted: workouts have no day', async () => {
    const server = connect(provider, sandboxPlatform(), { selection: { allowDelete: 'future' } });
    expect((await server.call('igp_delete_workout', { workout_id })).failure?.kind).toBe('blocked');
  });

  it('refuses official workouts and unknown ids', async () => {
    const server = connect(provider, sandboxPlatform(), { selection: { allowDelete: 'all' } });
    expect((await server.call('igp_delete_workout', { workout_id: '500323' })).failure?.kind).toBe('blocked');
    expect((await server.call('igp_delete_workout', { workout_id: '1' })).failure?.kind).toBe('not_found');
  });
});
