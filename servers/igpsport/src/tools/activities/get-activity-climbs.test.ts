import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_get_activity_climbs', () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);

  it('finds climbs whose gain is length times grade, and not more than the ride climbed', async () => {
    const { structured } = await server.call('igp_get_activity_climbs', { activity_id: '41200572' });
    const rows = objects(structured);
    expect(rows.length).toBeGreaterThan(0);
    for (const { length_km, grade_pct, gain_m } of rows) {
      expect(Number(gain_m)).toBeCloseTo(Number(length_km) * Number(grade_pct) * 10, -1);
    }
    const { ascent = 0 } = platform.sandbox.emulator.state.rides.find('41200572')!.measures();
    expect(rows.reduce((sum, { gain_m }) => sum + Number(gain_m), 0)).toBeLessThan(ascent * 1.05);
  });

  it('says why there are none indoors', async () => {
    const { structured } = await server.call('igp_get_activity_climbs', { activity_id: '41200581' });
    expect(structured).toMatchObject({ rows: [], notes: [expect.stringContaining('no altitude')] });
  });

  it('refuses an id that does not exist', async () => {
    expect((await server.call('igp_get_activity_climbs', { activity_id: '1' })).failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_get_activity_climbs', { activity_id: '41200572' });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
