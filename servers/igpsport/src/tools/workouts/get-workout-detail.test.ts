import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_get_workout_detail', () => {
  it('shows the steps in the form that a create takes', async () => {
    const server = connect(provider, sandboxPlatform());
    const { structured, text } = await server.call('igp_get_workout_detail', { workout_id: '500321' });
    expect(structured).toMatchObject({
      workout: {
        workout_id: '500321',
        name: '3 x 12 min sweet spot',
        sport: 'bike',
        planned_time_s: 4080,
        description: 'Indoor, fan on',
        steps: [
          { for: '10min', at: 'Z2 power', kind: 'warmup', name: 'Spin up' },
          {
            repeat: 3,
            steps: [
              { for: '12min', at: '88-94% FTP', kind: 'active', name: 'SST' },
              { for: '4min', at: 'Z2 HR', kind: 'rest', name: 'Float' },
            ],
          },
          { for: '10min', at: '100-120bpm', kind: 'cooldown', name: 'Home' },
        ],
      },
    });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('marks official ones, and says what the steps leave out', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    const official = await server.call('igp_get_workout_detail', { workout_id: '500323' });
    expect(official.structured.workout).toMatchObject({ official: true });
    const inner = { type: 'Repetition', length: { value: 2 }, steps: [{ type: 'Step' }] };
    const { id } = platform.sandbox.emulator.state.courses.create({
      title: 'Nested',
      structure: [{ type: 'Repetition', length: { value: 2 }, steps: [inner] }],
    });
    const nested = await server.call('igp_get_workout_detail', { workout_id: String(id) });
    expect(nested.structured.notes).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Not shown in steps: steps\[0\]/)]),
    );
  });

  it('refuses an id that is unknown, or none', async () => {
    const server = connect(provider, sandboxPlatform());
    expect((await server.call('igp_get_workout_detail', { workout_id: '1' })).failure?.kind).toBe('not_found');
    expect((await server.call('igp_get_workout_detail', { workout_id: '../1' })).failure?.kind).toBe('bad_input');
  });
});
