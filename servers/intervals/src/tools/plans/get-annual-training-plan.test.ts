import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_annual_training_plan', () => {
  it('lays the season out: phase, races, and each week with its target and plan', async () => {
    const server = connected();
    const { structured, text } = await server.call('icu_get_annual_training_plan');
    expect(structured.phases).toMatchObject([{ name: 'Build', from: '2026-09-07', to: '2026-11-08' }]);
    expect(structured.races).toMatchObject([{ name: 'Autumn 10k', priority: 'B', date: '2026-11-08' }]);
    const [week, next] = objects(structured);
    expect(week).toMatchObject({
      week: '2026-10-12',
      phase: 'Build',
      sport: 'Ride',
      target_load: 380,
      planned_load: 358,
    });
    expect(next).toMatchObject({ week: '2026-10-19', target_load: null, sessions: 4 });
    expect(sizeOf({ structured, text })).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('names the plan that is followed', async () => {
    const server = connected();
    await server.call('icu_assign_training_plan', { folder_id: '900002', start: '2026-10-19' });
    const { structured } = await server.call('icu_get_annual_training_plan');
    expect(structured.followed).toMatchObject({ folder_id: '900002', name: 'Four weeks to form', start: '2026-10-19' });
  });

  it('says so when nothing is planned', async () => {
    const args = { oldest: '2025-01-06', newest: '2025-01-12' };
    const { structured } = await connected().call('icu_get_annual_training_plan', args);
    expect(structured.notes).toEqual(['No phases or weekly targets are on the calendar in this window.']);
  });

  it('refuses more than two years', async () => {
    const { failure } = await connected().call('icu_get_annual_training_plan', {
      oldest: '2020-01-01',
      newest: '2026-01-01',
    });
    expect(failure?.kind).toBe('bad_input');
  });
});
