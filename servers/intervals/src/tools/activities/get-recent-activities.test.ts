import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('icu_get_recent_activities', () => {
  const server = connected();

  it('lists what was done, newest first, with the platform’s loads', async () => {
    const { structured } = await server.call('icu_get_recent_activities', { days_back: 7 });
    const rows = objects(structured);
    expect(rows[0]).toMatchObject({
      start: '2026-10-13T17:17',
      sport: 'VirtualRide',
      rpe_1to10: 7,
      feel_1to5_1_is_strong: 1,
    });
    expect(rows.map(({ start }) => start)).toEqual(
      rows
        .map(({ start }) => start)
        .sort()
        .reverse(),
    );
    const thatDay = rows.filter(({ start }) => String(start).startsWith('2026-10-13'));
    expect(thatDay.reduce((sum, { load }) => sum + Number(load), 0)).toBe(server.truth.loadOn('2026-10-13').atl);
  });

  it('counts the window in the athlete’s days and says who it is about', async () => {
    const { structured } = await server.call('icu_get_recent_activities', { days_back: 7 });
    expect(structured).toMatchObject({
      oldest: '2026-10-08',
      newest: TODAY,
      athlete: { id: server.sandbox.athleteId },
    });
  });

  it('counts what Strava hides and says what helps, instead of showing empty rows', async () => {
    const { structured, text } = await server.call('icu_get_recent_activities', { days_back: 366, limit: 100 });
    expect(structured.hidden_by_strava).toBeGreaterThan(0);
    expect(text).toMatch(/not shown: synced from Strava/);
  });

  it('says why a sport that was not done gives nothing', async () => {
    const { structured } = await server.call('icu_get_recent_activities', { days_back: 7, sport: 'Kitesurf' });
    expect(structured).toMatchObject({ total: 0, notes: [expect.stringContaining('No Kitesurf')] });
  });

  it('refuses a sport that does not exist, with names that do', async () => {
    const { failure } = await server.call('icu_get_recent_activities', { sport: 'ride' });
    expect(failure).toMatchObject({ kind: 'bad_input', message: expect.stringContaining('write Ride, VirtualRide') });
  });

  it('stays within the answer budget for somebody with a thousand activities', async () => {
    const heavy = connected({ heavy: true });
    const { structured, text } = await heavy.call('icu_get_recent_activities', { days_back: 366 });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
    expect(structured.next).toMatch(/^icu_get_recent_activities \{.*"cursor"/);
  });
});
