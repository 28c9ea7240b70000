import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { ranking, SEGMENTS } from '../../../sandbox/segments.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

describe('igp_list_segments_collected', () => {
  it('gives every starred segment with own and best times', async () => {
    const platform = sandboxPlatform();
    const { structured } = await connect(provider, platform).call('igp_list_segments_collected');
    const starred = SEGMENTS.filter(({ collected }) => collected);
    const rows = objects(structured);
    expect(rows.map(({ segment_id }) => segment_id)).toEqual(starred.map(({ id }) => id));
    const world = platform.sandbox.emulator.state;
    const own = ranking(world, SEGMENTS[0]!).find(({ memberId }) => memberId === world.memberId);
    expect(rows[0]).toMatchObject({ distance_m: 3400, grade_pct: 5.2, own_best_s: own?.rideTotalTime });
  });

  it('says that segments are of the China region only, without a request', async () => {
    const platform = sandboxPlatform({ region: 'intl' });
    const server = connect(provider, platform);
    const { failure } = await server.call('igp_list_segments_collected');
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('China') });
    expect(server.requests.filter(({ url }) => url.includes('segments'))).toEqual([]);
  });

  it('stays within the answer budget', async () => {
    const server = connect(provider, sandboxPlatform());
    expect(sizeOf(await server.call('igp_list_segments_collected'))).toBeLessThanOrEqual(answerBudget.aim);
  });
});
