import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects, TODAY } from '../../../test/connected.ts';

describe('icu_get_calendar_events', () => {
  const server = connected();

  it('gives this week’s plan, today first', async () => {
    const { structured } = await server.call('icu_get_calendar_events', { kind: 'workouts' });
    expect(structured).toMatchObject({ oldest: TODAY, newest: '2026-10-20' });
    const planned = server.athlete.planned.filter(({ day }) => day >= TODAY && day <= '2026-10-20');
    expect(objects(structured).map(({ start, name }) => [start, name])).toEqual(
      planned.map(({ day, title }) => [day, title]),
    );
  });

  it('says which planned session was done, with the activity', async () => {
    const { structured } = await server.call('icu_get_calendar_events', {
      oldest: '2026-10-13',
      newest: '2026-10-13',
      kind: 'workouts',
    });
    expect(objects(structured)).toMatchObject([{ name: '3 x 12 min sweet spot', done_activity_id: 'i89000582' }]);
  });

  it('shows the last day of an entry, not the midnight after it', async () => {
    const { structured } = await server.call('icu_get_calendar_events', {
      oldest: '2026-10-12',
      newest: '2026-10-18',
      kind: 'plan',
    });
    const week = objects(structured).find(({ category }) => category === 'TARGET');
    expect(week).toMatchObject({ start: '2026-10-12', last_day: '2026-10-18', target_load: 380 });
  });

  it('shows a title that runs backwards as plain text', async () => {
    const { text } = await server.call('icu_get_calendar_events', { kind: 'notes' });
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(text).toContain('Written by people');
  });

  it('says that nothing is planned', async () => {
    const { structured } = await server.call('icu_get_calendar_events', { oldest: '2031-01-01', newest: '2031-01-07' });
    expect(structured.notes).toEqual(['Nothing of this kind is planned in this window.']);
  });

  it('refuses a kind that does not exist', async () => {
    expect((await server.call('icu_get_calendar_events', { kind: 'WORKOUT' })).failure?.kind).toBe('bad_input');
  });

  it('stays within the answer budget for a whole year', async () => {
    const answer = await server.call('icu_get_calendar_events', { oldest: '2025-10-15', newest: '2026-10-14' });
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
    expect(Number(answer.structured.left_out)).toBeGreaterThan(0);
  });
});
