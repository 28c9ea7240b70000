import { answerBudget, connect, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { effortsOn, ranking, SEGMENTS } from '../../../sandbox/segments.ts';
import { objects } from '../../../test/table.ts';
import { provider } from '../../provider.ts';

const [ridden, , neverRidden] = SEGMENTS;

describe('igp_get_segment_detail', () => {
  it('gives the climb, every own effort, the best of them and the record', async () => {
    const platform = sandboxPlatform();
    const { structured } = await connect(provider, platform).call('igp_get_segment_detail', {
      segment_id: ridden?.id,
    });
    const world = platform.sandbox.emulator.state;
    const efforts = effortsOn(world, ridden!);
    const places = ranking(world, ridden!);
    expect(structured.segment).toMatchObject({ distance_m: 3400, grade_pct: 5.2, ascent_m: Math.round(3400 * 0.052) });
    expect(objects(structured).map(({ activity_id, time_s }) => [activity_id, time_s])).toEqual(
      efforts.map(({ ride, seconds }) => [String(ride.rideId), seconds]),
    );
    expect(efforts.length).toBeGreaterThan(0);
    expect(structured.own_best).toMatchObject({ time_s: Math.min(...efforts.map(({ seconds }) => seconds)) });
    expect(structured.record).toMatchObject({ time_s: places[0]?.rideTotalTime });
    expect(objects(structured.fastest).map(({ time_s }) => time_s)).toEqual(
      places.slice(0, 5).map(({ rideTotalTime }) => rideTotalTime),
    );
  });

  it('takes "no effort yet" for what it is', async () => {
    const { structured, failure } = await connect(provider, sandboxPlatform()).call('igp_get_segment_detail', {
      segment_id: neverRidden?.id,
    });
    expect(failure).toBeUndefined();
    expect(structured).toMatchObject({ rows: [], own_best: null });
    expect(String(structured.notes)).toContain('no recorded effort');
  });

  it('says that a segment does not exist', async () => {
    const { failure } = await connect(provider, sandboxPlatform()).call('igp_get_segment_detail', { segment_id: '1' });
    expect(failure?.kind).toBe('not_found');
  });

  it('stays within the answer budget', async () => {
    const answer = await connect(provider, sandboxPlatform()).call('igp_get_segment_detail', {
      segment_id: ridden?.id,
    });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });
});
