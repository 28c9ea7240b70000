import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

const RIDE = '41200581';

describe('igp_get_activity_laps', () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);

  it('gives every lap with its own power, from its place in the ride', async () => {
    const laps = platform.sandbox.emulator.state.rides.find(RIDE)!.laps();
    const { structured } = await server.call('igp_get_activity_laps', { activity_id: RIDE });
    const rows = objects(structured);
    expect(rows).toHaveLength(laps.length);
    for (const [k, lap] of laps.entries()) {
      expect(rows[k]).toMatchObject({ lap: k + 1, timer_s: lap.seconds, avg_power_w: Math.round(lap.power!.mean) });
    }
    expect(rows[1]?.start_s).toBe(laps[0]?.elapsed);
  });

  it('refuses an id that does not exist', async () => {
    const { failure } = await server.call('igp_get_activity_laps', { activity_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_get_activity_laps', { activity_id: RIDE });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
