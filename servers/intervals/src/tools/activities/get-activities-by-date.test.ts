import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_activities_by_date', () => {
  const server = connected();

  it('takes both ends of the range in', async () => {
    const { structured } = await server.call('icu_get_activities_by_date', {
      oldest: '2026-10-04',
      newest: '2026-10-06',
    });
    const days = objects(structured).map(({ start }) => String(start).slice(0, 10));
    const done = server.athlete.sessions
      .filter(({ day }) => day >= '2026-10-04' && day <= '2026-10-06')
      .map(({ day }) => day);
    expect(days.length + Number(structured.hidden_by_strava ?? 0)).toBe(done.length);
    expect([days.at(0), days.at(-1)]).toEqual(['2026-10-06', '2026-10-04']);
  });

  it('goes on with the next call that a page names', async () => {
    const window = { oldest: '2026-08-01', newest: '2026-09-30' };
    const first = await server.call('icu_get_activities_by_date', { ...window, limit: 5 });
    const { cursor } = JSON.parse(String(first.structured.next).replace('icu_get_activities_by_date ', ''));
    const second = await server.call('icu_get_activities_by_date', { ...window, limit: 5, cursor });
    const ids = [...objects(first.structured), ...objects(second.structured)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(10);
  });

  it('refuses a range that runs backwards', async () => {
    const { failure } = await server.call('icu_get_activities_by_date', { oldest: '2026-10-06', newest: '2026-10-04' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'swap the two days' });
  });

  it('refuses more than a year, with the year to ask for first', async () => {
    const { failure } = await server.call('icu_get_activities_by_date', { oldest: '2024-01-01', newest: '2026-01-01' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: 'ask for 2025-01-01 to 2026-01-01 first' });
  });

  it('stays within the hard cap when a thousand activities are asked for', async () => {
    const heavy = connected({ heavy: true });
    const { structured, text } = await heavy.call('icu_get_activities_by_date', {
      oldest: '2025-10-15',
      newest: '2026-10-14',
      limit: 200,
    });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.cap);
    expect(Number(structured.total)).toBeGreaterThan(200);
  });
});
