import { answerBudget, sizeOf } from '@core/mcp-kit/testing';
import { describe, expect, it } from 'vitest';
import { connected, TODAY } from '../../../test/connected.ts';

describe('icu_get_wellness_for_date', () => {
  const server = connected();

  it('gives what the day holds and when it was last written', async () => {
    const answer = await server.call('icu_get_wellness_for_date', { date: TODAY });
    const day = server.athlete.wellness(TODAY);
    expect(answer.structured.wellness).toMatchObject({ date: TODAY, resting_hr_bpm: day.restingHr });
    expect(answer.structured.updated).toMatch(/^2026-10-14T/);
    expect(sizeOf(answer)).toBeLessThanOrEqual(answerBudget.aim);
  });

  it('says that a day far ahead holds nothing', async () => {
    const { failure } = await server.call('icu_get_wellness_for_date', { date: '2030-01-01' });
    expect(failure?.kind).toBe('not_found');
  });
});
