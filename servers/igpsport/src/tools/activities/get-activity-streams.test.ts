import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

const RIDE = '41200581';
type Channels = Record<string, (number | null)[]>;

describe('igp_get_activity_streams', () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);
  const { measures } = platform.sandbox.emulator.state.rides.find(RIDE)!;

  it('averages a whole ride into even steps that keep its mean', async () => {
    const { structured } = await server.call('igp_get_activity_streams', { activity_id: RIDE, points: 20 });
    const { power_w = [] } = structured.channels as Channels;
    expect(power_w).toHaveLength(20);
    expect(power_w.reduce<number>((sum, watts) => sum + (watts ?? 0), 0) / 20).toBeCloseTo(measures().power!.mean, -1);
    expect(structured.not_recorded).toEqual(['altitude']);
  });

  it('zooms in to seconds', async () => {
    const { structured } = await server.call('igp_get_activity_streams', {
      activity_id: RIDE,
      channels: ['power'],
      from_s: 100,
      to_s: 109,
    });
    expect(structured).toMatchObject({ start_s: 100, step_s: 1, points: 10 });
    expect((structured.channels as Channels).power_w).toHaveLength(10);
  });

  it('refuses a window after the end, and says where the end is', async () => {
    const { failure } = await server.call('igp_get_activity_streams', { activity_id: RIDE, from_s: 90_000 });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringMatching(/ends at \d+ s/) });
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_get_activity_streams', { activity_id: RIDE });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
