import { connect } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { sandboxPlatform } from '../../../sandbox/platform.ts';
import { provider } from '../../provider.ts';

describe('igp_list_workouts', () => {
  it.each([
    ['cn', ['workout_id', 'name', 'planned_time_s', 'grade']],
    ['intl', ['workout_id', 'name', 'planned_time_s', 'sport', 'created']],
  ] as const)('lists all workouts of %s with what that region tells', async (region, columns) => {
    const platform = sandboxPlatform({ region });
    const { courses } = platform.sandbox.emulator.state;
    for (let n = 1; n <= 30; n++) courses.create({ title: `No. ${n}`, totalTime: 60, structure: [{}] });
    const { structured } = await connect(provider, platform).call('igp_list_workouts', {});
    expect(structured.columns).toEqual(columns);
    const rows = structured.rows as unknown[][];
    expect(rows).toHaveLength(33);
    const sweetSpot = courses.list().find(({ title }) => title === '3 x 12 min sweet spot');
    const row = rows.find(([id]) => id === String(sweetSpot?.id));
    expect(row?.slice(0, 3)).toEqual([String(sweetSpot?.id), '3 x 12 min sweet spot', 4080]);
    if (region === 'intl')
      expect(row?.slice(3)).toEqual(['bike', new Date(sweetSpot?.createTimestamp ?? 0).toISOString()]);
  });

  it('says so when there are none', async () => {
    const platform = sandboxPlatform();
    const { courses } = platform.sandbox.emulator.state;
    for (const { id } of courses.list()) courses.remove(String(id));
    const { structured } = await connect(provider, platform).call('igp_list_workouts', {});
    expect(structured).toMatchObject({ rows: [], notes: [expect.stringContaining('igp_create_workout')] });
  });

  it('fails when the service does', async () => {
    const platform = sandboxPlatform();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      return request.url.includes('GetWorkOutList') ? new Response('', { status: 403 }) : platform.fetch(request);
    };
    const { failure } = await connect(provider, { ...platform, fetch }).call('igp_list_workouts', {});
    expect(failure?.kind).toBe('blocked');
  });
});
