import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { ranking, SEGMENTS } from '../../../sandbox/segments.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

const [segment] = SEGMENTS;

describe('igp_get_segment_rank', () => {
  it('gives the places in order, how many there are, and the athlete’s own', async () => {
    const platform = sandboxPlatform();
    const server = connect(provider, platform);
    const world = platform.sandbox.emulator.state;
    const places = ranking(world, segment!);
    const first = await server.call('igp_get_segment_rank', { segment_id: segment?.id });
    const second = await server.call('igp_get_segment_rank', { segment_id: segment?.id, page: 2 });
    const shown = [...objects(first.structured), ...objects(second.structured)];
    expect(shown.map(({ rank, time_s }) => [rank, time_s])).toEqual(
      places.map(({ rank, rideTotalTime }) => [rank, rideTotalTime]),
    );
    expect(first.structured).toMatchObject({ places: places.length, page: 1 });
    expect(String(first.structured.notes)).toContain('page 2');
    const own = places.find(({ memberId }) => memberId === world.memberId);
    expect(first.structured.own_place).toMatchObject({ rank: own?.rank, time_s: own?.rideTotalTime });
  });

  it('asks for this year when told to', async () => {
    const server = connect(provider, sandboxPlatform());
    await server.call('igp_get_segment_rank', { segment_id: segment?.id, period: 'year' });
    expect(server.requests.some(({ url }) => url.includes('queryType=2'))).toBe(true);
  });

  it('says that a segment does not exist', async () => {
    const { failure } = await connect(provider, sandboxPlatform()).call('igp_get_segment_rank', { segment_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget', async () => {
    const answer = await connect(provider, sandboxPlatform()).call('igp_get_segment_rank', { segment_id: segment?.id });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
