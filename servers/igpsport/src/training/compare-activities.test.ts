import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../sandbox/platform.ts';
import { objects } from '../../test/table.ts';
import { provider } from '../provider.ts';

const [ONE, OTHER] = ['41200581', '41200577'] as const;

describe('igp_compare_activities', () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);
  const np = (ride: string) => platform.sandbox.emulator.state.rides.find(ride)!.measures().normalized ?? 0;

  it('puts rides side by side, in the order asked for, with the spread', async () => {
    const { structured } = await server.call('igp_compare_activities', { activity_ids: [ONE, OTHER] });
    expect(objects(structured)).toMatchObject([
      { activity_id: ONE, np_w: Math.round(np(ONE)) },
      { activity_id: OTHER, np_w: Math.round(np(OTHER)) },
    ]);
    const [low = 0, high = 0] = [np(ONE), np(OTHER)].sort((a, b) => a - b);
    expect((structured.spread_pct as Record<string, number>).np).toBeCloseTo((high / low - 1) * 100, 0);
  });

  it('refuses one ride twice', async () => {
    const { failure } = await server.call('igp_compare_activities', { activity_ids: [ONE, ONE] });
    expect(failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_compare_activities', {
      activity_ids: [ONE, OTHER, '41200575', '41200572', '41200571'],
    });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
