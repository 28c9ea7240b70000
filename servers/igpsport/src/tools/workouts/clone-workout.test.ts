import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_clone_workout', () => {
  it('copies an official workout into one of the athlete’s own, once', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    const { courses } = platform.sandbox.emulator.state;
    const { structured, text } = await server.call('igp_clone_workout', { workout_id: '500323' });
    expect(structured).toMatchObject({ written: true, workout: { name: 'FTP test (copy)', planned_time_s: 3600 } });
    const { workout_id } = structured.workout as { workout_id: string };
    expect(courses.find(workout_id)).toMatchObject({ isOfficial: false, structure: courses.find('500323')?.structure });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
    const again = await server.call('igp_clone_workout', { workout_id: '500323' });
    expect(again.structured).toMatchObject({ written: false, workout: { workout_id } });
    expect(courses.list()).toHaveLength(4);
  });

  it('takes another name, and names the copy in the language that is set', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, { ...platform, settings: { ...platform.settings, lang: 'zh' } });
    const named = await server.call('igp_clone_workout', { workout_id: '500321', name: 'Mine' });
    expect(named.structured.workout).toMatchObject({ name: 'Mine', description: 'Indoor, fan on' });
    const copy = await server.call('igp_clone_workout', { workout_id: '500322' });
    expect(copy.structured.workout).toMatchObject({ name: '耐力 90 分钟（副本）' });
  });

  it('refuses an id that does not exist', async () => {
    const server = connect(provider, sandboxPlatform());
    expect((await server.call('igp_clone_workout', { workout_id: '1' })).failure?.kind).toBe('not_found');
  });
});
