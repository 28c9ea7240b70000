import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_get_activity_efforts', () => {
  const platform = sandboxPlatform();
  const server = connect(provider, platform);

  it('finds the ten efforts of a session of ten, to the second', async () => {
    const { structured } = await server.call('igp_get_activity_efforts', { activity_id: '41200570' });
    expect(structured.sets).toEqual([expect.stringMatching(/^10 × 1 min at \d+ W$/)]);
    expect(objects(structured).map(({ length_s }) => length_s)).toEqual(Array(10).fill(60));
  });

  it('says why there are none without power', async () => {
    const { structured } = await server.call('igp_get_activity_efforts', { activity_id: '41200573' });
    expect(structured).toMatchObject({ rows: [], notes: [expect.stringContaining('no power')] });
  });

  it('refuses an id that does not exist', async () => {
    expect((await server.call('igp_get_activity_efforts', { activity_id: '1' })).failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget', async () => {
    const { structured, text } = await server.call('igp_get_activity_efforts', { activity_id: '41200570' });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });
});
