import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const tool = 'icu_search_intervals';
const threshold = { min_s: 600, max_s: 1260, min_pct: 85, max_pct: 110, min_reps: 2 };

describe(tool, () => {
  const server = connected();

  it('sends what the service wants, and every candidate has intervals of that kind', async () => {
    const { structured } = await server.call(tool, threshold);
    const found = objects(structured);
    expect(found.length).toBeGreaterThan(3);
    for (const { id } of found.slice(0, 3)) {
      const { structured: intervals } = await server.call('icu_get_activity_intervals', { activity_id: id });
      const alike = objects(intervals).filter(
        ({ moving_time_s: s, intensity_pct: pct }) =>
          Number(s) >= 600 && Number(s) <= 1260 && Number(pct) >= 85 && Number(pct) <= 110,
      );
      expect(alike.length).toBeGreaterThanOrEqual(2);
    }
    const sent = new URL(server.requests.find(({ url }) => url.includes('interval-search'))!.url).searchParams;
    expect([...sent.keys()].sort()).toEqual(['limit', 'maxIntensity', 'maxSecs', 'minIntensity', 'minReps', 'minSecs']);
  });

  it('refuses a band that is upside down, and says what to do when nothing matches', async () => {
    const { failure } = await server.call(tool, { ...threshold, min_s: 1300 });
    expect(failure).toMatchObject({ kind: 'bad_input', message: 'min_s lies above max_s' });
    const { structured } = await server.call(tool, { ...threshold, min_pct: 400, max_pct: 500 });
    expect(JSON.stringify(structured.notes)).toContain('Nothing matches');
  });

  it('stays within the budget with a thousand activities', async () => {
    const heavy = connected({ heavy: true });
    const answer = await heavy.call(tool, threshold);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.cap);
  });
});
